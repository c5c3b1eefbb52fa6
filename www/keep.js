// What stays on this computer between visits: IndexedDB, or localStorage where that is forbidden.

const DATABASE = "jixiao";
const STORE = "kept";

/** @type {Promise<IDBDatabase> | undefined} */
let opening;

function database() {
  if (!opening) {
    opening = new Promise((resolve, reject) => {
      const request = indexedDB.open(DATABASE, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
      request.onblocked = () => reject(new Error("blocked"));
    });
  }
  return opening;
}

/**
 * @template Result
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<Result>} action
 * @returns {Promise<Result>}
 */
async function inDatabase(mode, action) {
  const open = await database();
  return new Promise((resolve, reject) => {
    const transaction = open.transaction(STORE, mode);
    const request = action(transaction.objectStore(STORE));
    // A full disk shows only when the transaction ends, not when the request does.
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error || request.error);
    transaction.onabort = () => reject(transaction.error || new Error("aborted"));
  });
}

/**
 * Keeps a text under a key.
 *
 * @param {string} key
 * @param {string} text
 * @returns {Promise<void>} rejected where nothing can be kept
 */
export async function keep(key, text) {
  try {
    await inDatabase("readwrite", (store) => store.put(text, key));
  } catch {
    localStorage.setItem(`${DATABASE}:${key}`, text);
    return;
  }
  keepSetting(key, null);
}

/**
 * Keeps a text at once, because the page goes away and no database would finish.
 *
 * @param {string} key
 * @param {string} text
 */
export function keepNow(key, text) {
  try {
    localStorage.setItem(`${DATABASE}:${key}`, text);
  } catch {
    // Too large for here: the database may still make it.
    keep(key, text).catch(() => {});
  }
}

/**
 * The text kept under a key.
 *
 * @param {string} key
 * @returns {Promise<string | null>}
 */
export async function kept(key) {
  // Only there since the database refused or the page went away, so it is the newer one.
  const local = setting(key);
  if (local !== null) return local;
  try {
    const text = await inDatabase("readonly", (store) => store.get(key));
    return typeof text === "string" ? text : null;
  } catch {
    return null;
  }
}

/**
 * Forgets what is kept under a key.
 *
 * @param {string} key
 */
export async function forget(key) {
  try {
    await inDatabase("readwrite", (store) => store.delete(key));
  } catch {
    // Where there is no database there is nothing in it.
  }
  keepSetting(key, null);
}

/**
 * A small setting, at once: language, light or dark, the scheme that was open.
 *
 * @param {string} key
 * @returns {string | null}
 */
export function setting(key) {
  try {
    return localStorage.getItem(`${DATABASE}:${key}`);
  } catch {
    return null;
  }
}

/**
 * @param {string} key
 * @param {string | null} text null forgets it
 */
export function keepSetting(key, text) {
  try {
    if (text === null) localStorage.removeItem(`${DATABASE}:${key}`);
    else localStorage.setItem(`${DATABASE}:${key}`, text);
  } catch {
    // A setting that cannot be kept holds for this visit.
  }
}

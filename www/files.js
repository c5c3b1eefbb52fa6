// Files in and out: what the page saves to a disk and what it opens from one.

/**
 * Hands a text or bytes to the browser as a file to save.
 *
 * @param {string} name
 * @param {string | Uint8Array} content
 * @param {string} type
 */
export function saveFile(name, content, type) {
  const url = URL.createObjectURL(new Blob([/** @type {BlobPart} */ (content)], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name.replace(/[\\/:*?"<>|\s]+/g, "-");
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the address after the click; a minute is enough on the slowest disk.
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}

/**
 * Lets the person choose a file.
 *
 * @param {string} accept
 * @param {(file: File) => void} chosen
 */
export function chooseFile(accept, chosen) {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = accept;
  input.addEventListener("change", () => {
    const file = input.files && input.files[0];
    if (file) chosen(file);
  });
  input.click();
}

/**
 * The bytes of a file.
 *
 * @param {File} file
 */
export async function bytesOf(file) {
  return new Uint8Array(await file.arrayBuffer());
}

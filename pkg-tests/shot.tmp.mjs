import { chromium } from "playwright-core";
// usage: node shot.tmp.mjs <hash> <out> [w] [dark] [js]
const [hash, out, width = "1280", scheme = "light", action = ""] = process.argv.slice(2);
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const c = await b.newContext({ viewport: { width: Number(width), height: 900 }, colorScheme: scheme, locale: "zh-TW" });
const page = await c.newPage();
page.on("pageerror", (e) => console.log("ERR", e.message)); page.on("console", (m) => m.type() === "error" && console.log("CON", m.text()));
await page.goto(`http://127.0.0.1:8791/${hash}`);
await page.waitForSelector("h1"); await page.waitForTimeout(600);
if (action) await eval(`(async()=>{${action}})()`);
await page.waitForTimeout(300);
console.log("over", await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth));
await page.screenshot({ path: out, fullPage: process.env.FULL === "1" });
await b.close();

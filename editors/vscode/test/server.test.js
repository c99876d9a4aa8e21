"use strict";

const assert = require("node:assert/strict");
const { spawn } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { test } = require("node:test");

const manifest = require("../package.json");
const { LANGUAGES, serverOf } = require("../server.js");

/** @param {string[]} parts of the program's path */
function folderWith(...parts) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "sourcecheck-"));
  const file = path.join(folder, ...parts);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, "");
  return { folder, file };
}

test("the program of the folder comes before that of the terminal", () => {
  const { folder, file } = folderWith(".venv", "bin", "sourcecheck");
  assert.equal(serverOf({}, folder, "linux").command, file);
  assert.equal(serverOf({}, folder, "win32").command, "sourcecheck");
  assert.equal(serverOf({}, undefined, "linux").command, "sourcecheck");
});

test("what the settings name comes first", () => {
  const { folder } = folderWith(".venv", "bin", "sourcecheck");
  const server = serverOf({ command: "/opt/sc", arguments: ["--seeds", "papers"] }, folder, "linux");
  assert.deepEqual(server, { command: "/opt/sc", args: ["lsp", "--seeds", "papers"], options: { cwd: folder } });
});

test("it is activated for the languages that the server reads", () => {
  assert.deepEqual(manifest.activationEvents, LANGUAGES.map((language) => `onLanguage:${language}`));
});

test("the server answers as it is started here", { skip: !process.env.SOURCECHECK }, async () => {
  const server = serverOf({ command: process.env.SOURCECHECK }, os.tmpdir());
  const child = spawn(server.command, server.args, server.options);
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "initialize", params: { capabilities: {} } });
  child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  const answer = await new Promise((resolve) => child.stdout.once("data", (data) => resolve(String(data))));
  child.kill();
  assert.match(answer, /Content-Length/);
});

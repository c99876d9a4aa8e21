// How the server is started: which program, with which arguments, in which folder.
"use strict";

const fs = require("node:fs");
const path = require("node:path");

/** The languages that the server reads (sourcecheck: reports/editor/checked.py). */
const LANGUAGES = ["markdown", "plaintext", "html"];

/**
 * The program in a folder's own environment, "" where there is none.
 * @param {string} folder
 * @param {NodeJS.Platform} platform
 */
function programIn(folder, platform) {
  const [bin, ending] = platform === "win32" ? ["Scripts", ".exe"] : ["bin", ""];
  const program = path.join(folder, ".venv", bin, `sourcecheck${ending}`);
  return fs.existsSync(program) ? program : "";
}

/**
 * The command line of the server.
 * @param {{command?: string, arguments?: string[]}} settings
 * @param {string | undefined} folder that is open in the editor
 * @param {NodeJS.Platform} platform
 */
function serverOf(settings, folder, platform = process.platform) {
  const found = settings.command || (folder && programIn(folder, platform)) || "sourcecheck";
  return { command: found, args: ["lsp", ...(settings.arguments ?? [])], options: { cwd: folder } };
}

module.exports = { LANGUAGES, serverOf };

// A thin client: it starts `sourcecheck lsp` and shows what that says. Everything is decided by the server.
"use strict";

const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");
const { LANGUAGES, serverOf } = require("./server.js");

/** @type {LanguageClient | undefined} */
let client;

async function start() {
  const settings = vscode.workspace.getConfiguration("sourcecheck");
  const server = serverOf(
    { command: settings.get("command"), arguments: settings.get("arguments") },
    vscode.workspace.workspaceFolders?.[0]?.uri.fsPath,
  );
  const documents = LANGUAGES.flatMap((language) => [
    { language, scheme: "file" },
    { language, scheme: "untitled" },
  ]);
  client = new LanguageClient("sourcecheck", "sourcecheck", server, { documentSelector: documents });
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    const mend = "Install it with the extra `editor`, or name it under sourcecheck.command.";
    vscode.window.showErrorMessage(`${server.command} could not be started (${error}). ${mend}`);
  }
}

async function stop() {
  const running = client;
  client = undefined;
  await running?.stop();
}

async function restart() {
  await stop();
  await start();
}

/** @param {vscode.ExtensionContext} context */
async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand("sourcecheck.restart", restart),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("sourcecheck")) return restart();
    }),
  );
  await start();
}

module.exports = { activate, deactivate: stop };

#!/usr/bin/env node
"use strict";
// Runs a TypeScript program of this project: bundles it once, keeps the bundle beside the
// dependencies, and runs that until a source file changes. Where nothing can be kept that only we
// can write, it bundles anew each time. Types are checked by `npm run check`.
//
// Where the time goes (2 cores, Node 20, November 2026): node itself 45 ms, looking at the sources
// 6 ms, loading the bundle 60 ms. V8's compiled code, kept from the first run, makes that 20 ms,
// and saves as much again in what synth compiles while it runs. The app by itself, which only synth
// loads, leaves a quarter less processor time for every other command.
const { isAscii } = require("node:buffer");
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const { createRequire, wrap } = require("node:module");
const { homedir } = require("node:os");
const { dirname, isAbsolute, join, relative, resolve, sep } = require("node:path");
const { Script } = require("node:vm");

const root = resolve(__dirname, "..");
const NOT_SOURCES = new Set(["node_modules", "cdktf.out", "out", "docs", "test", "coverage", "terraform.state"]);
const HOUR = 3_600_000;
/** cdktf and its bindings are most of what could be loaded, and only a synth needs them: esbuild writes this for every way to name them. */
const APP = { specifier: "./main.ts", entry: "main.ts" };

/** Path, size and time of change of every source file below a folder, in a fixed order. */
function sourceStamps(folder, prefix = "") {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith(".") && !NOT_SOURCES.has(entry.name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      // Joined by hand: normalizing each of 700 paths took longer than to look at the files.
      const path = `${folder}${sep}${entry.name}`;
      if (entry.isDirectory()) return sourceStamps(path, `${prefix}${entry.name}/`);
      if (!/\.(ts|js|json)$/.test(entry.name)) return [];
      const { size, mtimeMs } = fs.statSync(path);
      return [`${prefix}${entry.name} ${size} ${mtimeMs}`];
    });
}

const beside = join(root, "node_modules", ".cache", "twinsite");

/** The folder that bundles are kept in: beside the dependencies, or the user's own; none where neither is ours alone. */
function keepingFolder() {
  // The XDG specification has relative paths ignored.
  const caches = () => [process.env.XDG_CACHE_HOME ?? "", join(homedir(), ".cache")].find(isAbsolute);
  return keepingIn(() => beside) ?? keepingIn(() => join(caches(), `twinsite-${hashed(root)}`));
}

function keepingIn(named) {
  return attempt(() => {
    const folder = named();
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    fs.accessSync(folder, fs.constants.W_OK);
    return isOursAlone(folder) ? folder : undefined;
  });
}

/** What is kept is run: nobody else may have been able to put it there, not by a link either. Windows has other rights. */
function isOursAlone(path) {
  const status = fs.lstatSync(path);
  if (status.isSymbolicLink()) return false;
  return process.getuid === undefined || (status.uid === process.getuid() && (status.mode & 0o022) === 0);
}

/** A kept file's bytes; none where it is missing or somebody else's. */
function kept(file) {
  return attempt(() => (isOursAlone(file) ? fs.readFileSync(file) : undefined));
}

/** Another run may look at the same moment: it sees a whole file or none. */
function keep(file, bytes) {
  attempt(() => {
    const unfinished = `${file}.${process.pid}.tmp`;
    fs.writeFileSync(unfinished, bytes, { mode: 0o600 });
    fs.renameSync(unfinished, file);
  });
}

/** Keeping is for speed alone: what fails there fails nothing. */
function attempt(step) {
  try {
    return step();
  } catch {
    return undefined;
  }
}

function hashed(text) {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** The bundle of a program and the place where it is kept, if anywhere; it is made where these sources have none. */
function bundle(entry) {
  const folder = keepingFolder();
  const name = relative(root, resolve(root, entry)).replaceAll(/[^a-z0-9]+/gi, "-");
  const place = folder && join(folder, `${name}.${hashed([process.version, ...sourceStamps(root)].join("\n"))}.js`);
  const earlier = place && kept(place);
  const bytes = earlier ?? build(resolve(root, entry));
  if (place && !earlier) {
    keep(place, bytes);
    attempt(() => removeOutdated(folder, `${name}.`));
  }
  // V8 is several times faster with a text that is kept as one byte a character.
  return { text: bytes.toString(isAscii(bytes) ? "latin1" : "utf8"), place };
}

/** Removes what earlier sources left, but nothing that a run may just be loading. */
function removeOutdated(folder, prefix) {
  for (const name of fs.readdirSync(folder)) {
    const path = join(folder, name);
    if (name.startsWith(prefix) && Date.now() - fs.statSync(path).mtimeMs > HOUR) fs.rmSync(path);
  }
}

function build(entry) {
  try {
    const { outputFiles } = require("esbuild").buildSync({
      entryPoints: [entry],
      absWorkingDir: root,
      write: false,
      bundle: true,
      platform: "node",
      format: "cjs",
      target: "node20",
      // Space and comments are half of what every run reads. Names stay, for the stack of an error.
      minifyWhitespace: true,
      lineLimit: 200,
      charset: "ascii",
      legalComments: "none",
      // esbuild finds its native part by its own place; only the benchmark uses it. The app is a bundle of its own.
      external: ["esbuild", APP.specifier],
      supported: { "dynamic-import": false },
      logLevel: "error",
    });
    return Buffer.from(outputFiles[0].contents);
  } catch {
    // esbuild has said what is wrong with the source, and where.
    process.exit(70);
  }
}

/** Loads a bundle, from V8's compiled code where an earlier run of the same command kept it. */
function load({ text, place }, command) {
  const compiled = place && `${place}.${command}.v8`;
  const cachedData = compiled && kept(compiled);
  // It is named as if it lay beside the dependencies, wherever it does: they are found from there.
  const file = join(beside, "bundle.js");
  const script = new Script(wrap(text), { filename: file, cachedData });
  if (compiled && (!cachedData || script.cachedDataRejected)) {
    // What is compiled is kept at the end, when everything that the command needs has been compiled.
    process.on("exit", (exitCode) => exitCode <= 1 && keep(compiled, script.createCachedData()));
  }
  const module = { exports: {} };
  const required = createRequire(file);
  const requireHere = Object.assign((id) => (id === APP.specifier ? load(bundle(APP.entry), command) : required(id)), required);
  script.runInThisContext()(module.exports, requireHere, module, file, dirname(file));
  return module.exports;
}

/** Runs the `main` that a program exports, with its arguments. */
function run(entry, argv) {
  const command = argv.find((word) => /^[a-z]{1,16}$/.test(word)) ?? "start";
  return load(bundle(entry), command).main(argv);
}

module.exports = { run };
if (require.main === module) {
  const [, , entry, ...argv] = process.argv;
  run(entry, argv);
}

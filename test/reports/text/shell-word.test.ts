import { execFileSync } from "node:child_process";
import { commandOf } from "../../../reports/runbook/deployment-runbook";
import { terraformIn } from "../../../reports/runbook/instructions";
import { shellWord } from "../../../reports/text/shell-word";

/** The words that a shell hands to a command, after the command's name. */
function wordsOf(command: string): readonly string[] {
  return execFileSync("/bin/sh", ["-c", command.replace(/^\S+ /, "printf '%s\\n' ")], { encoding: "utf8" })
    .trimEnd()
    .split("\n");
}

test.each(["cdktf.out", "../out/sweden-2", "/srv/ö/한국/a+b@c"])("the path %s is written as it is", (path) => {
  expect(shellWord(path)).toBe(path);
});

test.each(["my twin", "it's", "~/out", "a;b", "$HOME", "a&b", "*", "(1)", "", "a\\b", "`id`", '"'])(
  "a shell takes the path <%s> as it was meant, as one word",
  (path) => {
    expect(wordsOf(`any ${shellWord(path)}`)).toEqual([path]);
  },
);

test("commands of the runbook name a folder with a space as one word", () => {
  expect(wordsOf(terraformIn("my twin", "site-a", "init"))).toEqual(["-chdir=my twin/stacks/site-a", "init"]);
  expect(wordsOf(commandOf("site-a", "my twin/out"))).toEqual(["twinsite", "deploy", "--site", "a", "--in", "my twin/out"]);
});

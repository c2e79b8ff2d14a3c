// Which release this is: the version of the package, and the commit that it was made from.
import { execFileSync } from "node:child_process";
import packageJson from "../../package.json" with { type: "json" };

/** `gitHead` is put in where an image or a package is made (`scripts/bundle.ts`). */
const made: Readonly<{ version: string; gitHead?: string }> = packageJson;

export const { version } = made;

/** Twelve letters of it; `unknown` in a copy of the files that Git does not know. */
export const commit = (): string => (made.gitHead ?? commitOfCheckout() ?? "unknown").slice(0, 12);

/** Null too where only a folder above this one is a checkout: its commit says nothing of these files. */
function commitOfCheckout(): string | null {
  try {
    const asked = ["rev-parse", "HEAD", "--show-prefix"];
    const answer = execFileSync("git", asked, {
      cwd: new URL("../..", import.meta.url),
      encoding: "utf8",
      stdio: "pipe",
    });
    const [hash = "", prefix] = answer.split("\n");
    return prefix === "" ? hash : null;
  } catch {
    return null;
  }
}

// What stands here for the images that the Dockerfile builds on: this machine for the one with npm and a shell, and for the
// one that is run the files that Node.js needs of an operating system, and no others.
import { spawnSync } from "node:child_process";
import { chmod, cp, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Resolves to the folder of a new stage. */
export async function baseOf(image: string, name: string, folder: string): Promise<string> {
  if (image === `node:${process.versions.node}-trixie-slim`) return thisMachine(join(folder, name));
  if (image.startsWith("gcr.io/distroless/cc-")) return librariesOfNode(join(folder, "root"));
  throw new Error(`Nothing here stands for ${image}; Node.js is ${process.versions.node}.`);
}

/** This machine's files below a layer that takes all writes, with the Node.js that the project pins. */
async function thisMachine(folder: string): Promise<string> {
  const [upper, work, merged] = ["upper", "work", "merged"].map((part) => join(folder, part));
  if (upper === undefined || work === undefined || merged === undefined) throw new Error(folder);
  for (const part of [upper, work, merged]) await mkdir(part, { recursive: true });
  mount("-t", "overlay", "overlay", "-o", `lowerdir=/,upperdir=${upper},workdir=${work}`, merged);
  for (const part of ["/dev", "/proc"]) mount("--bind", part, join(merged, part));
  await cp(process.execPath, join(merged, "usr/local/bin/node"));
  return merged;
}

function mount(...args: readonly string[]): void {
  if (spawnSync("mount", args, { stdio: "inherit" }).status !== 0)
    throw new Error("This is run as root, on Linux with overlay file systems.");
}

/** Shared libraries, certificates, the user and a place for mounts: as distroless/cc has them. */
async function librariesOfNode(root: string): Promise<string> {
  const listed = spawnSync("ldd", [process.execPath], { encoding: "utf8" }).stdout;
  const libraries = [...listed.matchAll(/(\/\S+) \(0x/g)].map(([, path = ""]) => path);
  for (const path of [...libraries, "/etc/ssl/certs/ca-certificates.crt", "/etc/nsswitch.conf"]) {
    await mkdir(join(root, dirname(path)), { recursive: true });
    await cp(path, join(root, path), { dereference: true });
  }
  await writeFile(
    join(root, "etc/passwd"),
    "root:x:0:0:root:/root:/sbin/nologin\nnonroot:x:65532:65532:nonroot:/home/nonroot:/sbin/nologin\n",
  );
  await writeFile(join(root, "etc/group"), "root:x:0:\nnonroot:x:65532:\n");
  // Container engines lay files of their own over these two.
  for (const file of ["etc/hosts", "etc/resolv.conf"]) await writeFile(join(root, file), "");
  for (const part of ["dev", "proc", "tmp", "home/nonroot"])
    await mkdir(join(root, part), { recursive: true });
  await chmod(join(root, "tmp"), 0o1777);
  return root;
}

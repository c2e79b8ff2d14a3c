// A container of the image that `npm run image` makes, without a container engine: its root is read-only, it runs as the
// image's user, without a capability, and sees nothing of this machine but the network and what is mounted.
import { type ChildProcessByStdio, spawn, spawnSync } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";

export type Image = Readonly<{
  root: string;
  user: string;
  workdir: string;
  environment: Readonly<Record<string, string>>;
  labels: Readonly<Record<string, string>>;
  command: readonly string[];
}>;

/** Runs every step of the Dockerfile. */
export async function makeImage(folder: string): Promise<Image> {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/image.ts", folder], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The image was not made:\n${stdout}\n${stderr}`);
  return { ...JSON.parse(await readFile(join(folder, "image.json"), "utf8")), root: join(folder, "root") };
}

export type Container = ChildProcessByStdio<null, Readable, Readable>;

type Running = Readonly<{
  /** In place of what the image runs: the words behind Node.js and its flags. */
  words?: readonly string[];
  variables?: Readonly<Record<string, string>>;
  /** Path in the container to a folder here; the last one that may be written to is named `writable`. */
  mounts?: Readonly<Record<string, string>>;
  writable?: string;
}>;

const script = `
set -e
root=$1 workdir=$2 uid=$3 gid=$4; shift 4
mount --make-rprivate /
mount --bind "$root" "$root"
mount -o remount,bind,ro "$root"
for part in /dev /proc /etc/hosts /etc/resolv.conf; do mount --bind "$part" "$root$part"; done
while [ "$1" != -- ]; do mount --bind "$2" "$root$1"; mount -o "remount,bind,$3" "$root$1"; shift 3; done
shift
exec setpriv --no-new-privs unshare --root="$root" --wd="$workdir" --setgid "$gid" --setuid "$uid" "$@"`;

export async function runContainer(image: Image, running: Running = {}): Promise<Container> {
  const { variables = {}, mounts = {}, writable } = running;
  for (const inside of Object.keys(mounts)) await mkdir(join(image.root, inside), { recursive: true });
  const mounted = Object.entries(mounts).flatMap(([inside, here]) => [
    ...[inside, here, inside === writable ? "rw" : "ro"],
  ]);
  const words = running.words ?? image.command.slice(-1);
  const command = [...image.command.slice(0, -1), ...words];
  const [uid = "", gid = ""] = image.user.split(":");
  const given = [image.root, image.workdir, uid, gid, ...mounted, "--", ...command];
  return spawn("unshare", ["--mount", "sh", "-c", script, "sh", ...given], {
    env: { ...image.environment, ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

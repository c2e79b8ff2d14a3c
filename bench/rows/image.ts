// The image: how large it is, how long it takes from the start of the process to the first 200 of /readyz, and its memory then.
import { chmod, chown, copyFile, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sizes } from "../../scripts/image/sizes.ts";
import { newKeyFile } from "../../test/fixtures/new-keys.ts";
import { policyCopy } from "../../test/fixtures/policy-files.ts";
import { freePort } from "../../test/free-port.ts";
import { makeImage, runContainer } from "../../test/release/container.ts";
import { startAzure } from "../support/azure.ts";
import { memoryMb, untilReady } from "../support/processes.ts";
import { type Measurement, median, megabytes, seconds } from "../support/row.ts";
import { openPostgres } from "../support/stores.ts";

const aim = { milliseconds: 1_500, unpackedMb: 250 };
const idleMs = 5_000;

export const image: Measurement = {
  name: "image",
  async measure({ quick }) {
    const folder = await mkdtemp(join(tmpdir(), "aks-oncall-bench-image-"));
    const made = await makeImage(folder);
    const [azure, store] = [await startAzure(), await openPostgres()];
    const [inside, mounted] = ["/etc/aks-oncall", join(folder, "mounted")];
    await mkdir(mounted);
    await copyFile(policyCopy({ looksInside: false }), join(mounted, "policy.yaml"));
    const key = join(mounted, "audit-key.pem");
    await copyFile(await newKeyFile(), key);
    await chown(key, 0, 65_532);
    await chmod(key, 0o440);
    const starts: number[] = [];
    let idleMb: number | null = null;
    const rounds = quick ? 3 : 8;
    // The first one makes the schema.
    for (let round = 0; round < rounds; round += 1) {
      const port = await freePort();
      const from = performance.now();
      const child = await runContainer(made, {
        mounts: { [inside]: mounted },
        variables: {
          ...azure.environment,
          ...store.place,
          ...{ AUDIT_KEY_FILE: `${inside}/audit-key.pem`, POLICY_FILE: `${inside}/policy.yaml` },
          ...{ TEAMS_SERVICE_HOSTS: "127.0.0.1", PORT: `${port}`, HOST: "127.0.0.1" },
        },
      });
      await untilReady(child, `http://127.0.0.1:${port}/readyz`);
      starts.push(performance.now() - from);
      if (round === rounds - 1) {
        await new Promise((resolve) => setTimeout(resolve, idleMs));
        idleMb = await memoryMb(child, "VmRSS");
      }
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    }
    const [[, unpackedMb] = ["", 0]] = await sizes(made.root);
    await Promise.all([azure.close(), store.close()]);
    await rm(folder, { recursive: true, force: true });
    const ms = median(starts.slice(1));
    return [
      {
        what: "The image: start until ready, on PostgreSQL",
        ...{ figure: seconds(ms), aim: `${aim.milliseconds / 1_000} s`, met: ms <= aim.milliseconds },
      },
      {
        what: "The image, unpacked",
        ...{
          figure: megabytes(unpackedMb),
          aim: `${aim.unpackedMb} MB`,
          met: unpackedMb <= aim.unpackedMb,
        },
      },
      { what: "The image: resident memory idle, on PostgreSQL", figure: megabytes(idleMb) },
    ];
  },
};

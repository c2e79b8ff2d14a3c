// What a diagnosis finds besides the cause: its lines, pasted into a shell with the real `az`, and the next diagnosis
// finds it mended and nothing worse. Asked for by the command line, which prints every finding with its lines. Of the
// table a sample, the same every time; all of it with `PROVE=1`.
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { z } from "zod";
import { loadKeyMaterial } from "../../simulator/key-material.ts";
import { type Person, people, tenantId } from "../../simulator/people.ts";
import { loadScenario } from "../../simulator/scenario/load.ts";
import type { Simulator } from "../../simulator/simulator.ts";
import { diagnosisDocument } from "../doors/cli/documents.ts";
import { runAlone } from "../doors/cli/terminal.ts";
import { sampleBy } from "../prove/sample.ts";
import * as ids from "../simulator/ids.ts";
import { scenarioFile, startTrusted } from "../simulator/support.ts";
import { set, withChanges } from "./changes.ts";
import { besides } from "./faults-besides.ts";
import { openPasting, type Pasting } from "./pasting.ts";

type Diagnosis = z.infer<typeof diagnosisDocument>;

let azure: Simulator;
let pasting: Pasting;
beforeAll(async () => {
  azure = await startTrusted();
  pasting = await openPasting(azure);
});
afterAll(async () => {
  await pasting?.close("finding");
  await azure?.close();
});

async function diagnose(person: Person, cluster: string, flags: readonly string[] = []): Promise<Diagnosis> {
  const { out } = await runAlone(["diagnose", cluster, "--no-inside", ...flags, "-o", "json"], {
    ...azure.environment,
    AZURE_CLIENT_ID: person.oid,
    AZURE_CLIENT_SECRET: "any",
    AZURE_TENANT_ID: tenantId,
  });
  return diagnosisDocument.parse(JSON.parse(out));
}

const checkIn = ({ checks }: Diagnosis, wanted: string) => checks.find(({ id }) => id === wanted);
const linesOf = (diagnosis: Diagnosis, finding: string): string =>
  checkIn(diagnosis, finding)?.fix?.commands.join("\n") ?? "";

const verdicts = ["healthy", "unknown", "degraded", "broken"];
const graveness = { pass: 0, notApplicable: 0, notConfigured: 0, notAssessed: 1, warn: 2, fail: 3 };

/** What is found worse than before. Advice about what could not be read before is news, and no change. */
const worse = (before: Diagnosis, after: Diagnosis): readonly string[] => [
  ...(verdicts.indexOf(after.verdict) > verdicts.indexOf(before.verdict) ? [after.verdict] : []),
  ...after.checks.flatMap(({ id, status, advice }) => {
    const was = checkIn(before, id)?.status ?? "notApplicable";
    const isNews = was === "notAssessed" && advice === true;
    return graveness[status] > graveness[was] && !isNews ? [`${id}: ${was} → ${status}`] : [];
  }),
];

/** Pastes what is printed for a finding, as somebody; only they have changed anything then. */
async function paste(person: Person, lines: string): Promise<void> {
  expect(lines).toMatch(/^az /);
  await pasting.logIn(person);
  azure.clearRequests();
  await pasting.cli.paste(lines);
  expect(pasting.writers()).toEqual([person.oid]);
}

const some = sampleBy(besides, ({ broken, finding }) => `${broken}: ${finding}`, "besides", 6);
test.each(some.map((row) => [row.broken, row.finding, row] as const))(
  "%s: %s",
  async (broken, finding, row) => {
    const { scenario = "hub-spoke", cluster = "prod-1", breaks = (healthy) => healthy } = row;
    await azure.loadScenario(breaks(await loadScenario(scenarioFile(scenario))));
    const before = await diagnose(people.alex, cluster, row.asked);
    expect(checkIn(before, finding)?.status).toBe(row.was);
    const lines = linesOf(before, finding);
    await paste(people.megan, lines);
    const after = await diagnose(people.alex, cluster, row.askedAgain ?? row.asked);
    expect([checkIn(after, finding)?.status, worse(before, after)]).toEqual(["pass", []]);
    pasting.keep(broken, finding, lines, "passes");
  },
);

describe("on the requester's own machine", () => {
  /** A command that fails, and what it says. */
  const errorOf = async (command: string): Promise<string> => {
    const failed = await pasting.cli.paste(command).then(
      () => null,
      (error: { stderr: string }) => error.stderr,
    );
    return failed ?? "";
  };
  const shared = "--resource-group rg-prod --name prod-1";
  const load = async (scenario: string, changes: Parameters<typeof withChanges>[1] = {}) =>
    azure.loadScenario(withChanges(await loadScenario(scenarioFile(scenario)), changes));

  test("a kubeconfig of before the rotation: what kubectl says, and afterwards it lists nodes", async () => {
    // Without Entra, since kubectl would need a helper for that which is in no package.
    const local = set({ aadProfile: null, disableLocalAccounts: false });
    await load("certificates-rotated", { [ids.cluster]: local });
    await pasting.logIn(people.alex);
    await pasting.cli.paste(`az aks get-credentials ${shared}`);
    const fresh = await readFile(pasting.cli.kubeconfig, "utf8");
    const { caPem } = await loadKeyMaterial(await mkdtemp(path.join(tmpdir(), "earlier-")));
    const earlier = Buffer.from(caPem).toString("base64");
    await writeFile(
      pasting.cli.kubeconfig,
      fresh.replace(/(certificate-authority-data: ).*/, `$1${earlier}`),
    );

    const symptom = await errorOf("kubectl get nodes");
    const before = await diagnose(people.alex, "prod-1", ["--symptom", symptom]);
    expect(before.rootCause?.check).toBe("cluster.credential-stale");
    const lines = linesOf(before, "cluster.credential-stale");
    await paste(people.alex, lines);
    expect(await pasting.cli.paste("kubectl get nodes")).toContain("aks-system-31846275-vmss000000");
    const after = await diagnose(people.alex, "prod-1");
    expect(checkIn(after, "cluster.credential-stale")?.status).toBe("notApplicable");
    pasting.keep(
      "kubeconfig of before the rotation",
      "cluster.credential-stale",
      lines,
      "kubectl lists the nodes; not applicable",
    );
  });

  test("the administrator's kubeconfig is refused: the user's is fetched", async () => {
    await load("hub-spoke");
    await pasting.logIn(people.megan);
    const symptom = await errorOf(`az aks get-credentials ${shared} --admin`);
    const before = await diagnose(people.megan, "prod-1", ["--symptom", symptom]);
    expect(checkIn(before, "entra.local-accounts")?.status).toBe("fail");
    const lines = linesOf(before, "entra.local-accounts");
    await paste(people.megan, lines);
    expect(await readFile(pasting.cli.kubeconfig, "utf8")).toMatch(/command: kubelogin/);
    const after = await diagnose(people.megan, "prod-1");
    expect(checkIn(after, "entra.local-accounts")?.status).toBe("pass");
    pasting.keep(
      "administrator's kubeconfig asked for",
      "entra.local-accounts",
      lines,
      "kubeconfig for Entra; passes",
    );
  });

  test("signed in to another tenant: the kubeconfig is fetched, and the sign-in stays a person's", async () => {
    await load("guest-at-home");
    const before = await diagnose(people.alex, "prod-1");
    const [signIn, ...fetch] = linesOf(before, "entra.tenant").split("\n");
    expect(signIn).toBe("az login --tenant b7d4e0f2-95a1-4c38-8e6d-2f0a1c9b7e53");
    await paste(people.alex, fetch.join("\n"));
    expect(await readFile(pasting.cli.kubeconfig, "utf8")).toMatch(/command: kubelogin/);
    pasting.keep(
      "signed in to another tenant",
      "entra.tenant",
      fetch.join("\n"),
      "not asked again: `az login` opens a browser, and the local Azure is one tenant",
    );
  });
});

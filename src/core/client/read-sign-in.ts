// Who the tools are signed in as, and what Entra ID refuses.
import type { Observation, Reader } from "./observation.ts";

const guid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const tenant = new RegExp(`"tenantId": ?"(${guid})"`, "i");
const alone = new RegExp(`^"?(${guid})"?$`, "i");
/** Only the answer to `az account show` says who is signed in: accounts are listed, and clusters have tenants, too. */
const isAccount = (lines: readonly string[]): boolean => {
  const count = (text: RegExp): number => lines.filter((line) => text.test(line)).length;
  return count(/"homeTenantId":|"environmentName":|"cloudName":/) > 0 && count(/"tenantId":/) === 1;
};
const asked = /az account show\b.{0,200}tenantId/;

/** The line behind the question, where the answer is the id alone. */
function tenantIn(lines: readonly string[], at: number, ofAccount: boolean): Observation | null {
  const line = lines[at] ?? "";
  const shown = ofAccount ? tenant.exec(line)?.[1] : undefined;
  const id = shown ?? (asked.test(lines[at - 1] ?? "") ? alone.exec(line)?.[1] : undefined);
  return id === undefined ? null : { is: "tenant", id: id.toLowerCase() };
}

export const readSignIn: Reader = (lines) => {
  const ofAccount = isAccount(lines);
  return lines.flatMap((line, at): readonly Observation[] => {
    const code = /\bAADSTS\d{5,7}\b/.exec(line)?.[0];
    return [
      ...(code === undefined ? [] : [{ is: "signIn" as const, code }]),
      ...[tenantIn(lines, at, ofAccount)].filter((each) => each !== null),
    ];
  });
};

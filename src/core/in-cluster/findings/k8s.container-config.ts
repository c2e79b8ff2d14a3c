// k8s.container-config: containers that are not started, since what they are to be given is not there.
import { type Outcome, pass, warn } from "../../outcome/check.ts";
import { defineFinding, type FirstNames, firstNames } from "./define-finding.ts";
import { fullName, lacksConfig, podLines } from "./recent.ts";

/** `missing`: objects that are not there, `keysIn`: objects without the key that is asked for; as `secret/name`. */
export type ContainerConfigFact = Readonly<
  | { is: "allStart" }
  | { is: "notStarted"; count: number; pods: FirstNames; missing: FirstNames; keysIn: FirstNames }
>;

const objectName = "([a-z0-9][a-z0-9.-]{0,252})";
const isMissing = new RegExp(`\\b(secret|configmap) "${objectName}" not found`, "i");
const lacksKey = new RegExp(`find key .{1,253} in (secret|configmap) [a-z0-9-]{1,63}/${objectName}`, "i");

const objectsIn = (said: readonly string[], pattern: RegExp): FirstNames =>
  firstNames(
    said.flatMap((each) => {
      const [, kind, name] = pattern.exec(each) ?? [];
      return kind === undefined || name === undefined ? [] : [`${kind.toLowerCase()}/${name}`];
    }),
  );

export const containerConfig = defineFinding({
  id: "k8s.container-config",
  severity: "medium",
  scope: "cluster",
  impact: "degrades",
  source: "https://kubernetes.io/docs/concepts/configuration/secret/",
  needs: ["pods"],
  after: [],
  evaluate: ({ pods }): Outcome<ContainerConfigFact> => {
    const lacking = pods.filter(lacksConfig);
    if (lacking.length === 0) return pass({ is: "allStart" });
    const said = lacking.flatMap((pod) => pod.said);
    return warn(
      {
        is: "notStarted",
        count: lacking.length,
        pods: firstNames(lacking.map(fullName)),
        missing: objectsIn(said, isMissing),
        keysIn: objectsIn(said, lacksKey),
      },
      { evidence: podLines(lacking) },
    );
  },
});

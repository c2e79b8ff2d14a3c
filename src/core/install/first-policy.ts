// The policy that a new installation begins with: the chosen groups look and read, and may switch the bot off. Nobody
// changes anything.
import type { Group } from "./made.ts";

/** A name for each group, in letters that need no quotes; two of one name are told apart by their ids. */
function namesOf(groups: readonly Group[]): readonly Readonly<{ name: string; id: string }>[] {
  const plain = ({ displayName }: Group) =>
    displayName
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "");
  return groups.map((group) => {
    const name = plain(group);
    const isClear = name !== "" && groups.filter((each) => plain(each) === name).length === 1;
    return { name: isClear ? name : `${name || "group"}-${group.id.slice(0, 8)}`, id: group.id };
  });
}

export function firstPolicy(groups: readonly Group[]): string {
  const named = namesOf(groups);
  const names = named.map(({ name }) => name).join(", ");
  const [first] = named;
  return `# Who may ask what of which cluster. It was made by install; change it and run install again.
# Every key is explained in policies/example.yaml. npx aks-oncall policy check FILE finds mistakes.
version: 1

groups:
${named.map(({ name, id }) => `  ${name}: ${id}`).join("\n")}

# They switch the bot off and on again (mode off, mode full), and nobody else may.
operators: [${names}]

rules:
  # They find out what is wrong with any cluster, and read in it. Nobody changes anything: that is a rule to add.
  - id: reads
    effect: allow
    groups: [${names}]
    clusters: ["*"]
    diagnose: true
    diagnose-inside: true
    watch: true
    volunteer: true
    run:
      verbs: ["*"]
      resources: ["*"]
      namespaces: ["*"]
      clusterScoped: true
    show: thread

  # Nobody reads Secrets.
  - id: no-secrets
    effect: deny
    groups: ["*"]
    clusters: ["*"]
    run:
      verbs: ["*"]
      resources: [secrets]
      namespaces: ["*"]

tests:
  - { groups: [${first?.name}], cluster: any, diagnose: true, expect: allow, rule: reads }
  - { groups: [${first?.name}], cluster: any, run: kubectl get pods -A, expect: allow, rule: reads }
  - { groups: [${first?.name}], cluster: any, run: kubectl get secrets -A, expect: deny, rule: no-secrets }
  - { groups: [], cluster: any, diagnose: true, expect: deny }
`;
}

// What the command line is told to do, and what its exit codes say. Words in capitals stand for what is typed.

export const cliHelp = {
  usage: "Usage: aks-oncall ",
  rights:
    "Azure is asked with your own rights: whatever DefaultAzureCredential finds, az login first of all.",
  examples: "Examples:",
  exitCodes: "Exit codes:",
  more: "aks-oncall VERB --help tells more of a verb; docs/cli-json.md describes the JSON documents.",
  everyVerb: "Flags of every verb:",
  looking: "Looking inside the cluster as you, which takes up to a minute …",
  clusters: ["NAME", "GROUP", "SUBSCRIPTION", "REGION", "POWER", "API SERVER", "VERSION", "SUPPORT UNTIL"],
  apiServer: { private: "private", public: "public" },
  sentence: (does: string) => `${does.charAt(0).toUpperCase()}${does.slice(1)}.`,
  /** By the verb. */
  does: {
    diagnose: "says what is wrong with reaching a cluster, as in chat",
    access: "lists the access paths, best first, with the steps",
    clusters: "lists the clusters that you can see in Azure",
    doctor:
      "says what the bot needs in the tenant and on this machine, what of it is wrong, and who can mend it",
    install:
      "makes all that the bot needs in the tenant and in Azure, with your own az login: five questions at most, no secret; run again, it goes on",
    uninstall: "takes back what install made, and nothing else",
    explain: "says what the guard makes of a command, as one JSON object a line; nothing is run",
    mask: "masks standard input as an output of the command after -- would be; nothing is run",
    understand: "says how chat would read a line, as one JSON object a line; nothing is sent",
    "policy check": "validates a policy and runs the tests in it",
    "policy can": "decides by a policy, and names the rule that decides",
    "policy diff": "says what a new policy makes possible or impossible, and for whom",
    "audit verify":
      "proves the audit trail in DATA_DIR or DATABASE_URL: its hash chain, its signatures, its retention",
    "audit timeline":
      "prints what the audit trail holds of a run or an incident, in the order of time, and whether it is proven",
    "audit export": "prints every event of the audit trail, one JSON object a line",
    completion: "prints what makes your shell complete verbs, flags and the names of clusters",
    "store prepare": "brings the schema in DATABASE_URL up to date, as the database's owner; docs/hosting.md",
  },
  flags: {
    cluster: "a name, group/name, subscription/group/name or resource id",
    noInside:
      "sends no command into the cluster; without it, a diagnosis looks inside with your rights in it",
    clientIp: "the IPv4 address that you come from",
    where: "the virtual network that you sit in, by name or resource id",
    fact: "a fact of the cluster first, such as version, egress or maintenance; nobody looks inside for it",
    symptom: "the error that you see, or what a test printed; - reads it from standard input",
    output: "table: text for people, which is what happens without it. json, yaml: for scripts",
    lineOutput: "json: one object a line, which is what happens without it. yaml: one document each",
    noColor: "no colours, as where NO_COLOR is set or in a pipe",
    shell: "bash, zsh, fish or powershell",
    asPerson: "signs a person in by device code as well, and exchanges that sign-in as the bot does",
    envFile: "the settings; .env of this folder, where none is named. The environment stands above it",
    plan: "shows all that would be made or deleted, and does none of it",
    answers: "the answers as a JSON file, in place of the questions; docs/install.md",
    yes: "does not ask before it begins",
    from: "where you sit: an IPv4 address, or a virtual network's name or resource id",
    for: "asks whether an IPv4 address or a range is let in",
    stdin: "read commands from standard input, one a line",
    lines: "read lines from standard input",
    locale: "the language of the sentences in the document; English, where none is given",
    seenClusters: "the clusters that the writer can see, with commas between",
    spokenOf: "the cluster that the chat spoke of last",
    policy: "the policy",
    oldPolicy: "the policy in force",
    newPolicy: "the new one",
    group:
      "the person's groups in Entra: object ids, or names that the policy gives; the flag may be repeated",
    ruledCluster: "the cluster's name, or its resource id where rules go by that",
    withoutEntra: "the cluster has no Entra integration: commands run as cluster-admin",
    tag: "a tag of the cluster in Azure; the flag may be repeated. Without it, tags are not known",
    at: "the time at which it is asked, with its zone; now, where none is given",
    incident: "the worst open alert whose rule is set on the cluster: Sev0 to Sev4",
    breakGlass: "it is asked for as an emergency",
    key: "a key that rows were sealed with, in PEM; the public half is enough",
    trailId: "the id of a run or of an incident, as its card shows it",
    head: "a row that was written down elsewhere: it has to stand in the trail; or a file of them",
    report:
      "an incident's report as Markdown: says whether it was changed, and whether its head stands in the trail",
  },
  exits: {
    good: "nothing wrong in what was looked at, an access path is open, allowed, accepted, valid",
    wrongUse: "wrong use: the command line, a setting or a file",
    broken:
      "broken or degraded; doctor found something wrong; install left something open; every access path is blocked; policy not valid; audit trail changed",
    unknown:
      "unknown: what would settle it could not be read, no access path is certain, or the cluster was not found; a rule that goes by resource id, where only a name was given; audit rows that nobody proves",
    denied: "denied by the policy, or a command that is refused",
    failure: "sign-in, Azure or the store failed",
  },
};

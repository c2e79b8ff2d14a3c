// Everything the product says in conversation and on cards, in English. A value in a sentence is inserted as it
// is; escaping belongs to the card. What a check finds is worded in the check's own file.
// Longer than other files on purpose: a translator reads one file from top to bottom.
import type { NeedId } from "../../core/requirement/need.ts";
import { way } from "./way.ts";

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
const join = (parts: readonly string[], separator = " · "): string =>
  parts.filter((part) => part !== "").join(separator);

/** The first ones by name; nobody reads on through a list of ten. */
const few = (names: readonly string[]): string =>
  names.length <= 4 ? names.join(", ") : `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`;

type Counts = Readonly<Record<"fail" | "warn" | "open" | "pass" | "off", number>>;

const alsoStays =
  "where Azure's own records name you in alerts or in other people's requests, until those go; my messages, which Teams keeps";

export const en = {
  way,
  /** A word and a shape for every state; colour only repeats them. */
  checkStatus: {
    pass: "✔ Pass",
    warn: "▲ Warn",
    fail: "✖ Fail",
    notAssessed: "? Not assessed",
    notApplicable: "– Not applicable",
    notConfigured: "– Not configured",
  },
  pathState: {
    available: "✔ Available",
    probable: "? Probable",
    blocked: "✖ Blocked",
    notConfigured: "– Not set up",
  },
  verdict: {
    healthy: "✔ Healthy",
    degraded: "▲ Degraded",
    broken: "✖ Broken",
    unknown: "? Unknown",
    stopped: "■ Stopped",
  },
  runState: {
    queued: "… Queued",
    running: "… Running",
    succeeded: "✔ Done",
    failed: "✖ Failed",
    denied: "✖ Denied",
    timedOut: "▲ Timed out",
    lost: "? Outcome unknown",
  },
  /** Titles of at most 12 characters: two fit on a phone. */
  buttons: {
    checkAgain: "Check again",
    diagnose: "Diagnose",
    ways: "Ways in",
    details: "All checks",
    command: "Show command",
    evidence: "Evidence",
    pods: "Get pods",
    events: "Events",
    otherWays: "Other ways",
    help: "Help",
    clusters: "Clusters",
    status: "My requests",
    signIn: "Sign in",
    openChat: "Open chat",
    choose: "Use this one",
    next: "Next page",
    previous: "Previous",
    runAgain: "Run again",
    refresh: "Refresh",
    yes: "Yes",
    no: "No",
    forgetMe: "Forget me",
  },
  task: {
    diagnose: (cluster: string) => `diagnose ${cluster}`,
    access: (cluster: string) => `access ${cluster}`,
    command: (command: string, cluster: string) => `${command} on ${cluster}`,
  },
  footer: {
    run: (run: string, name: string, time: string, took: string, readBefore: number) =>
      join([
        run,
        `asked by ${name}`,
        time,
        took === "" ? "" : `took ${took}`,
        readBefore > 0 ? `Azure was read ${readBefore} s before this was asked` : "",
      ]),
    logId: (id: string) => `Log id ${id}`,
  },

  help: {
    welcome: "Hello, I am AKS On-Call",
    title: "AKS On-Call",
    subtitle: "What is wrong with reaching a cluster, which way in works now, and what the cluster answers.",
    rights: "Everything is read with your own rights. In a channel, mention me first.",
    say: "Say",
    does: "What happens",
    commands: [
      ["diagnose prod-1", "Finds the cause, with evidence and the fix"],
      ['diagnose prod-1 from 20.50.0.9 with "i/o timeout"', "The same, seen from where you sit"],
      ["access prod-1", "The ways in, best first, with the steps"],
      ["kubectl get pods -n web on prod-1", "Runs one command as you and shows the output"],
      ["can-i kubectl get nodes on prod-1", "Says what would decide, and runs nothing"],
      ["clusters", "The clusters that you may see"],
      ["watch prod-1", "Posts the cluster's alerts in this channel, until: unwatch prod-1"],
      ["watches", "The clusters that this channel follows"],
      ["status", "Your latest requests"],
      ["who am I", "Your groups and what they allow"],
      ["sign out", "Forgets your sign-in"],
      ["mode", "What I may do at the moment, and who set it"],
      ["forget me", "Removes what I keep of you, once you confirm"],
    ],
  },
  clusters: {
    title: (count: number) => plural(count, "cluster", "clusters"),
    none: "No clusters",
    noneText:
      "You can see no AKS cluster in Azure. Reader on a cluster or on its resource group would show it.",
    incomplete: (problem: string) => `? The list may be incomplete: ${problem}`,
    name: "Cluster",
    where: "Where",
    state: "State",
    whereText: (group: string, location: string) => join([group, location]),
    stateText: (power: string, isPrivate: boolean) => join([power, isPrivate ? "private" : "public"], ", "),
    more: (count: number) => `${count} more are in the list below.`,
    pick: "Cluster",
    pickError: "Choose a cluster",
    pickPlaceholder: "Type a name",
    choice: (name: string, group: string, location: string) => `${name} (${join([group, location], ", ")})`,
  },
  pickCluster: {
    title: (wanted: string) => `Which ${wanted}?`,
    subtitle: (count: number) => `${count} clusters have this name. Choose one and I go on.`,
    choice: (name: string, group: string, subscription: string) => `${name} in ${group}, ${subscription}`,
    where: (group: string, location: string, subscription: string) => join([group, location, subscription]),
  },
  /** A word of a command that may be a cluster. Nothing is run before one of the buttons is pressed. */
  whichCluster: {
    title: "On which cluster?",
    visible: (words: readonly string[]) =>
      words.length === 1
        ? `You can see a cluster called ${words.join()}. Nothing was run.`
        : `You can see clusters called ${few(words)}. Nothing was run.`,
    unlisted: (words: readonly string[], why: string) =>
      `Nothing was run: whether ${few(words)} ${words.length === 1 ? "is" : "are"} a cluster could not be read. ${why}`,
    word: (cluster: string, where: string) => `On ${cluster} (${where})`,
    remembered: (cluster: string) =>
      `On ${cluster} (the cluster spoken of before), with the words as they stand`,
    button: {
      title: (cluster: string) => `On ${cluster}`,
      number: (index: number) => `As in ${index}`,
    },
    footer: "Write “on NAME” at the end of a command, and I need not ask.",
  },
  /** First of all, where nobody named the cluster. */
  remembered: (cluster: string) => `On ${cluster} (the cluster spoken of before):`,
  clusterUnknown: {
    title: (wanted: string) => `No cluster ${wanted}`,
    subtitle: "You can see no cluster of this name. It may not exist, or you may not have Reader on it.",
    closest: "Did you mean one of these?",
  },
  clusterNeeded: {
    title: "Which cluster?",
    subtitle: "Say the name of the cluster with your question.",
    example: "For example",
  },

  progress: {
    queued: "Waiting for a free worker",
    ahead: (count: number) => `It waits for ${plural(count, "request", "requests")} of yours`,
    diagnose: (cluster: string) => `Diagnosing ${cluster}`,
    diagnoseText: "Reading Azure with your rights: DNS, network, firewall, cluster. Usually 10 s.",
    access: (cluster: string) => `Looking for ways in to ${cluster}`,
    accessText: "Judging every way hop by hop, with your rights. Usually 10 s.",
    command: (cluster: string) => `Running on ${cluster}`,
    commandText: "Azure runs the command inside the cluster, as you. Usually 10 s.",
    clusterAdmin: "▲ This cluster has no Entra integration: the command runs as cluster-admin.",
  },

  diagnosis: {
    title: (verdict: string, cluster: string) => `${verdict}: ${cluster}`,
    doesNotReach: (ip: string, cluster: string) => `✖ ${ip} does not reach ${cluster}`,
    mayNotReach: (ip: string, cluster: string) => `? ${ip} may not reach ${cluster}`,
    badge: (failed: number, warned: number) =>
      join([failed > 0 ? `${failed} failed` : "", warned > 0 ? plural(warned, "warning", "warnings") : ""]),
    confidence: { certain: "Certain", likely: "Likely" },
    cause: (confidence: string, check: string, resource: string) => join([confidence, check, resource]),
    changed: (time: string, what: string) => `Changed ${time}: ${what}.`,
    noCause: "No single cause could be named. The findings below are independent.",
    problems: "What fails",
    alsoProblems: "Also found",
    /** What a requirement says, met or not. */
    needs: {
      "nodes.api": "Nodes reach the API server",
      "api.nodes": "The API server reaches nodes",
      "nodes.nodes": "Nodes reach each other",
      "nodes.dns": "Nodes reach a DNS server of their network",
      "nodes.egress": "Nodes reach what AKS needs outside",
      "people.api": "People reach the API server from near it",
      "gateway.api": "People reach the API server over a gateway",
      "bastion.jump": "Bastion reaches a jump host",
    } satisfies Readonly<Record<NeedId, string>>,
    result: "Result",
    check: "Check",
    finding: "Finding",
    moreProblems: (count: number) => `${plural(count, "more finding", "more findings")} under All checks.`,
    consequences: (count: number) =>
      `${plural(count, "other finding follows", "other findings follow")} from the cause and should clear with it.`,
    fix: "Fix",
    risk: (risk: string, disruptive: boolean) => `${disruptive ? "▲ Disruptive. " : ""}${risk}`,
    who: (role: string) => `Who may: ${role}.`,
    likely: "? Likely, and not certain: something on this way could not be read.",
    ways: "Ways in right now",
    none: "✖ None",
    noWays: "No way is open right now.",
    waysUnknown: "? Unknown",
    waysUnread: "The cluster could not be read, so no way into it could be judged.",
    noWaysStopped: (cluster: string) => `No way leads in while ${cluster} is stopped.`,
    waysHealthy: "Ways in",
    /** Of the run command, where it is the best way: whoever reads this card is in the chat that it works in. */
    wayHere: (isSure: boolean) =>
      isSure
        ? "kubectl works here in the chat: write `kubectl …`, or press."
        : "kubectl may work here in the chat: press, and see.",
    wayText: (title: string, reason: string) => `${title}: ${reason}`,
    perhapsWays: (titles: readonly string[]) => `? Perhaps also: ${few(titles)}.`,
    blockedWays: (titles: readonly string[]) => `✖ Blocked: ${few(titles)}.`,
    offWays: (titles: readonly string[]) => `– Switched off for this cluster: ${few(titles)}.`,
    healthyText: (cluster: string, place: string) =>
      place === ""
        ? `If you still cannot connect, tell me from where: diagnose ${cluster} from 20.50.0.9`
        : "If you still cannot connect, look at your own side: DNS cache, proxy, VPN profile, kubeconfig, firewall.",
    unknown: "Could not be assessed",
    unknownText: (role: string, scope: string, checks: readonly string[]) =>
      `? ${role} on ${scope} would settle: ${few(checks)}.`,
    unknownOther: (titles: readonly string[], summary: string) =>
      titles.length === 1
        ? `? ${titles.join()}: ${summary}`
        : `? ${summary} That leaves open: ${few(titles)}.`,
    unknownMore: (count: number) => `And ${count} more under All checks.`,
    roles: (roles: readonly string[]) => roles.join(" and "),
    details: (total: number) => `All ${total} checks`,
    groups: {
      cluster: "Cluster and API server",
      name: "Name (DNS)",
      network: "Route and peering",
      rules: "Firewall rules",
      nodes: "Nodes and way out",
      entry: "Bastion, jump host, VPN",
      run: "Run command",
      rights: "Your rights",
      other: "Other",
    },
    groupMark: ({ fail, warn, open, pass }: Counts) =>
      fail > 0 ? "✖" : warn > 0 ? "▲" : open > 0 ? "?" : pass > 0 ? "✔" : "–",
    groupCounts: ({ fail, warn, open, pass, off }: Counts) =>
      join(
        [
          fail > 0 ? `${fail} failed` : "",
          warn > 0 ? plural(warn, "warning", "warnings") : "",
          open > 0 ? `${open} not assessed` : "",
          pass > 0 ? `${pass} fine` : "",
          off > 0 ? `${off} not set up` : "",
        ],
        ", ",
      ),
    names: (titles: readonly string[]) => titles.join(", "),
    more: "Ids and evidence",
    fixLine: "fix",
    lessEvidence: {
      all: "",
      problems: "The evidence of checks that pass does not fit here.",
      none: "The evidence does not fit here.",
      names: "Neither the evidence nor the single rights fit here; the command line prints them.",
    },
    from: (place: string) => `seen from ${place}`,
    wasCause: "Was this the cause?",
    wasRight: "Was this right?",
  },
  access: {
    titleUnread: (cluster: string) => `? Ways in unknown: ${cluster}`,
    title: (available: number, probable: number, cluster: string) => {
      if (available === 0 && probable === 0) return `✖ No way in: ${cluster}`;
      if (available === 0) return `? ${plural(probable, "probable way in", "probable ways in")}: ${cluster}`;
      const unsure = probable > 0 ? ` and ${probable} probable` : "";
      return `✔ ${plural(available, "way in", "ways in")}${unsure}: ${cluster}`;
    },
    best: (title: string) => `Best now: ${title}`,
    none: "Every way that I know is blocked or not set up: “Other ways” says why for each.",
    way: (rank: number, title: string) => `${rank}. ${title}`,
    lines: "Lines to copy",
    further: "Also usable",
    closed: "Not usable now",
    stopped: (cluster: string) => `■ ${cluster} is stopped: no way in`,
    from: (place: string) => `Seen from ${place}.`,
    fromUnknown: (cluster: string) =>
      `I do not know where you connect from. Say it for an exact answer: access ${cluster} from 20.50.0.9`,
  },
  commandResult: {
    exit: (code: number, cluster: string) => `${code === 0 ? "✔" : "✖"} Exit ${code} on ${cluster}`,
    exitUnknown: (cluster: string) => `? Finished on ${cluster}, exit code unknown`,
    ran: (time: string) => `Ran ${time}`,
    empty: "The command printed nothing.",
    lines: (first: number, last: number, total: number) => `Lines ${first} to ${last} of ${total}.`,
    page: (page: number, pages: number) => `page ${page} of ${pages}`,
    truncated: "▲ Azure cut the output at 512 kB. Ask for less: a namespace, a name, a filter.",
    masked: (count: number) => `${plural(count, "value was", "values were")} masked.`,
    cutLines: (count: number) =>
      `${plural(count, "long line was", "long lines were")} cut at 200 characters.`,
    risk: (text: string) => `▲ ${text}`,
    clusterAdmin: "▲ Ran as cluster-admin: this cluster has no Entra integration.",
  },
  unmasked: {
    /** Stands in the overflow menu, where there is room. */
    button: "Show as it is",
    title: (heading: string) => `${heading}, as it is`,
    warning: "▲ Not masked. Not kept: this card is the only copy; delete it when you are done.",
    cut: (lines: number, total: number) =>
      `Only the first ${plural(lines, "line", "lines")} of ${total} fit here: ask for less, for example one object or a filter, then press again.`,
    footer: (run: string, name: string) => `${run} run again as ${name}`,
  },
  sentPrivately: {
    title: "Sent privately",
    subtitle: (name: string) => `The output is for ${name} alone. It is in the chat with me.`,
  },

  runProblem: {
    title: (state: string, cluster: string) => `${state}: ${cluster}`,
    done: "What was done",
    next: "Next",
    action: "Missing",
    scope: "On",
    role: "Role",
    outputGone: {
      code: "outputGone",
      happened: "The result of this request is no longer kept.",
      done: "It ran to its end.",
      next: "Ask again.",
    },
  },
  /** How a missing right is given; the line needs the full resource id of the scope. */
  grant: {
    line: "An owner of the scope can give it with",
    noLine: (role: string, cluster: string) =>
      `An owner of ${cluster} can give you ${role} on it. Ask me again with its full resource id for the exact line.`,
  },
  denied: {
    title: (cluster: string) => `✖ Not allowed on ${cluster}`,
    subtitle: "The policy of this bot refused it. Nothing was run.",
    why: "Why",
    lock: "Lock",
    lockText: "The bot's own policy. Nothing was sent to the cluster.",
    rule: "Rule",
    noRule: "None matches, and what no rule allows is denied.",
    wouldAllow: "Who may",
    groups: (names: readonly string[]) =>
      `${names.length === 1 ? "Group" : "One of the groups"} ${names.join(", ")}`,
    nobody: "Nobody: the policy itself would have to change.",
    next: "Next",
    nextText: (names: readonly string[]) =>
      names.length === 0
        ? ""
        : `Ask a member of ${names.join(" or ")} to run it, or an owner of the group to add you.`,
    membershipUnknown: (reason: string) => `? Your groups could not be read, so this may be wrong. ${reason}`,
  },
  azureDenied: {
    title: (cluster: string) => `✖ Azure refused: ${cluster}`,
    subtitle: "The policy of this bot allows it, your rights in Azure do not. Nothing was run.",
    action: "Missing",
    scope: "On",
    role: "Role",
    /** Stands where the object id of the person would be. */
    someone: "OBJECT_ID",
  },
  refused: {
    title: "✖ Command not accepted",
    subtitle: "Nothing was run.",
  },
  notUnderstood: {
    title: "I did not understand that",
    examples: "Write for example",
    exampleLines: ["diagnose prod-1", "access prod-1 from 20.50.0.9", "kubectl get pods -n web on prod-1"],
  },
  status: {
    title: (count: number) => (count === 0 ? "No requests yet" : "Your latest requests"),
    running: (count: number) =>
      count === 0 ? "Nothing is running." : `${plural(count, "is", "are")} running.`,
    none: "Ask me something, for example: diagnose prod-1",
    state: "State",
    request: "Request",
    since: "Since",
    exit: (code: number) => `${code === 0 ? "✔" : "✖"} Exit ${code}`,
    updated: (time: string) => `As of ${time}`,
  },
  whoAmI: {
    title: (name: string) => `You are ${name}`,
    objectId: "Object id",
    tenant: "Tenant",
    groups: "Groups",
    noGroups: "None that the policy knows",
    groupsUnknown: (reason: string) => `? Could not be read. ${reason}`,
    diagnose: "May diagnose",
    watch: "May watch",
    run: "May run",
    nothing: "Nothing",
    rest: "Azure's and the cluster's own access control decide as well.",
  },
  canI: {
    yes: (cluster: string) => `✔ Yes, on ${cluster}`,
    no: (cluster: string) => `✖ No, not on ${cluster}`,
    maybe: (cluster: string) => `? Not certain on ${cluster}`,
    bothOpen: "The policy and Azure both allow it. Nothing was run.",
    modeShut: "The mode in force does not allow it. Nothing was run.",
    mode: "Mode",
    policyShut: "The policy of this bot does not allow it. Nothing was run.",
    azureShut: "The policy allows it, but your rights in Azure do not. Nothing was run.",
    azureUnknown: "The policy allows it, but your rights in Azure could not be read. Nothing was run.",
    policy: "Bot policy",
    policyAllows: (rule: string) => `✔ Rule ${rule} allows it`,
    policyPersonal: "The output comes to you alone",
    output: "Output",
    outputThread: "Shown in the thread",
    azure: "Azure",
    azureAllows: "✔ Allowed",
    azureMissing: (action: string, scope: string) => `✖ ${action} on ${scope} is missing`,
    need: (action: string, scope: string) => `${action} on ${scope}`,
    azureOpen: (needs: readonly string[]) => join(["? Could not be read", needs.join(", ")], ": "),
    role: "Role",
  },

  watch: {
    titles: {
      added: (cluster: string) => `✔ This channel follows ${cluster}`,
      already: (cluster: string) => `✔ This channel follows ${cluster} already`,
      removed: (cluster: string) => `✔ No longer following ${cluster}`,
      notWatched: (cluster: string) => `This channel does not follow ${cluster}`,
    },
    texts: {
      added: "I post its alerts here, one new post each. Anyone who may watch it can end that: unwatch.",
      already: "I post its alerts here. Nothing was changed.",
      removed: "I post none of its alerts here any more.",
      notWatched: "Nothing was changed. Write watches to see what it follows.",
    },
    list: (count: number) =>
      count === 0
        ? "This channel follows no cluster that you may see"
        : `This channel follows ${plural(count, "cluster", "clusters")}`,
    listNone: "Write for example: watch prod-1",
    listSome: "Those that the policy lets you see.",
    by: (name: string, time: string) => `since ${time}, by ${name}`,
    more: (count: number) => `And ${count} more.`,
    elsewhere: "Not in a personal chat",
    elsewhereText: "Alerts are for a team: mention me in a channel or group chat and write it there.",
  },
  incident: {
    title: (mark: string, severity: string, cluster: string) => `${mark} ${severity}: ${cluster}`,
    fired: { high: "✖", middle: "▲", low: "●" },
    resolved: "✔",
    severity: {
      fired: (level: string) => `Sev ${level} fired`,
      resolved: (level: string) => `Sev ${level} resolved`,
    },
    summary: (title: string, rule: string) => `${title}, ${rule}`,
    several: (rule: string, more: number, open: number) =>
      `${rule} and ${more} more ${more === 1 ? "alert" : "alerts"} within a minute, ${open === 0 ? "all resolved" : `${open} of ${more + 1} open`}`,
    joined: (severity: string) => `Also, Sev ${severity}`,
    joinedFired: (rule: string, time: string) => `${rule}, since ${time}`,
    joinedResolved: (rule: string, time: string) => `${rule}, resolved ${time}`,
    joinedMore: "And",
    joinedCount: (count: number) => `${count} more ${count === 1 ? "alert" : "alerts"}`,
    reason: "Why",
    description: "Description",
    cluster: "Cluster",
    byName:
      "Known by its name alone: the alert gives no resource id, and another cluster may be called the same.",
    since: "Since",
    until: "Resolved",
    untilText: (time: string, took: string) => (took === "" ? time : `${time}, after ${took}`),
    source: "From",
    sourceText: (service: string) => `Azure Monitor, ${service}`,
    open: "Open alert",
    footer: (id: string) =>
      `${id} · As the alert says. Diagnose reads Azure with the rights of whoever presses it.`,
  },

  signInElsewhere: {
    title: "Sign in first",
    subtitle:
      "I read Azure as you, so I must know who you are. Sign in once, in our personal chat; then I go on here.",
  },
  signInFailed: {
    title: "✖ Not signed in",
    code: "Entra's code",
    api: "For",
    apis: { arm: "Azure Resource Manager", kubernetes: "the cluster", graph: "Microsoft Graph" },
    admin: "An administrator of Entra has to give consent once for everyone.",
  },
  signedIn: {
    title: (name: string) => `✔ Signed in as ${name}`,
    resumed: "Going on with your question.",
    ready: "Ask your question. One that waited for more than ten minutes has to be asked again.",
    late: "That card is old, so what you asked then was not done: ask again.",
  },
  signedOut: {
    title: "✔ Signed out",
    subtitle: "I have forgotten your sign-in. The next question asks for it again.",
  },
  pressRefused: { title: "✖ Nothing happened" },
  noted: { title: "✔ Noted" },
  closed: {
    title: "✖ Not at the moment",
    next: "Next",
    nextText: "`mode` shows what is in force now. Ask again once it allows this.",
  },
  mode: {
    title: (mode: string) => `Mode: ${mode}`,
    changed: (mode: string) => `✔ Mode set: ${mode}`,
    unchanged: "✖ Mode not changed",
    unknown: "? The mode could not be read",
    unknownText: "My database did not answer. Nothing is run until it does.",
    does: {
      full: "Diagnoses and commands work.",
      diagnose: "Diagnoses work. No command is sent into a cluster.",
      off: "Nothing of Azure is read, and no command is sent.",
    },
    inForce: "In force",
    setBy: "Set by",
    since: "Since",
    reason: "Reason",
    noReason: "None given",
    policy: "Policy",
    policyText: (version: string, others: readonly string[]) =>
      others.length === 0
        ? `Version ${version}`
        : `▲ Version ${version} here, and ${few(others)} on other replicas: what is allowed depends on which one answers. Give all of them one file.`,
    sent: "A command that was already sent cannot be recalled: its result is still shown.",
    /** On other cards, as long as the mode is not `full`. */
    line: (mode: "diagnose" | "off", name: string, time: string, reason: string) =>
      `▲ Mode ${mode}, ${mode === "off" ? "switched off" : "no commands"}: set by ${name}, ${time}${reason === "" ? "" : `: ${reason}`}`,
    unknownLine: "? The mode could not be read: nothing is run.",
  },
  auditHead: {
    title: (seq: number) => `Audit trail: row ${seq}`,
    subtitle:
      "Posted once a day, where nobody who owns the database can change it: with it, a trail that was cut off or set back since is found.",
    line: "Holds the trail against this row",
    waiting: "Not sealed",
    waitingText: (count: number) => `${plural(count, "row waits", "rows wait")} behind it.`,
  },
  forgetMe: {
    title: "Forget you?",
    subtitle: "Nothing is removed until you confirm. Only you can, within ten minutes.",
    goes: "Goes",
    goesText:
      "Your sign-in, your requests with their outputs, your questions, your feedback, what I know of our chats, and your name where a channel watches a cluster and beside a mode that you set.",
    stays: "Stays",
    staysText: (days: number) =>
      `The record of what you asked for and read (audit entries: cluster, namespaces, names, flags, counts, never the output), until it is ${plural(days, "day", "days")} old: nobody can have it removed before; ${alsoStays}.`,
  },
  forgotten: {
    title: "✔ Forgotten",
    subtitle: "Your sign-in and what is named here are removed.",
    removed: "Removed",
    removedText: (
      gone: Record<"requests" | "feedback" | "conversations" | "questions" | "watches", number>,
    ) =>
      join(
        [
          `${plural(gone.requests, "request", "requests")} with their outputs`,
          plural(gone.feedback, "answer about a diagnosis", "answers about diagnoses"),
          plural(gone.conversations, "conversation", "conversations"),
          plural(gone.questions, "question", "questions"),
          gone.watches === 0
            ? ""
            : `your name at ${plural(gone.watches, "watch", "watches")}, which the channels keep`,
        ],
        ", ",
      ),
    stays: "Stays",
    staysText: (time: string) =>
      `The record of what you asked for and read (audit entries). The last of it so far goes after ${time}, not before. Also ${alsoStays}.`,
    running: "Going on",
    runningText: (count: number) =>
      count === 0
        ? ""
        : `${plural(count, "request", "requests")} of yours ${count === 1 ? "has" : "have"} not ended. Write \`forget me\` again afterwards to remove ${count === 1 ? "it" : "them"} too.`,
  },
  tooBig: {
    shortened: (entries: number, characters: number) => {
      const left = [
        entries > 0 ? plural(entries, "entry", "entries") : "",
        characters > 0 ? plural(characters, "character", "characters") : "",
      ];
      return `▲ Shortened to fit one message: ${join(left, " and ")} left out. Ask for less to see the rest (one namespace, one name), or ask on the command line, which prints everything.`;
    },
    command: (characters: number) =>
      `▲ A command of ${characters} characters does not fit here, and half of it would be another command.`,
  },
  /** Where a card was not taken or could not be made. */
  short: {
    title: "▲ The answer could not be shown",
    text: "The full answer could not be shown here: write `status`.",
    elsewhere: "You asked this in a place where I cannot write, so the answer comes here.",
  },
  failure: {
    title: "✖ Something failed",
    done: "What was done",
    next: "Next",
  },

  /** After the name of the person, in a new message: an edit notifies nobody. */
  mention: {
    done: "your answer is ready above.",
    failed: "your request did not end well: see above.",
  },
  /** Around the sign-in button, in the personal chat. */
  signIn: {
    summary: "Sign in to go on",
    /** A question that only asks to sign in is not repeated. */
    text: (asked: string) =>
      /^(?:sign|log)[ -]?in$/i.test(asked.trim())
        ? "Sign in so that I can read Azure as you."
        : `Sign in so that I can go on as you with: ${asked}`,
    button: "Sign in",
  },
};

// What is asked of the bot itself, each in a sentence or two.
import type { Topic } from "../../../core/conversation/topic.ts";

type Told = Readonly<Record<Topic, Readonly<{ title: string; text: string }>>>;

const told: Told = {
  approve: {
    title: "How a request is decided",
    text: "Press Review on the card of the request, in the channel or chat where it was asked for, or write `review R-…` there: it shows all that would change, and the buttons to approve or reject. Who may is in the groups of its rule.",
  },
  approvers: {
    title: "Who approves",
    text: "The rule of the policy that lets a change be asked for names the groups that approve it; the card of the request names them, and who of them is here. Nobody approves what they asked for themselves, unless the rule says that one person is enough.",
  },
  azure: {
    title: "What I change in Azure",
    text: "Only the fix that a diagnosis has proved and offers, by its button or by `fix R-…`. Otherwise no cluster is started, stopped, upgraded or resized here.",
  },
  emergency: {
    title: "In an emergency",
    text: 'Where a rule of the policy allows it in an emergency, write in a channel or group chat `emergency: kubectl … on NAME because REASON`, or `emergency: fix R-… because REASON`: it needs fewer approvals or none, as the rule says, and everybody is told at once, with your reason. "who am i" shows your rules.',
  },
  exec: {
    title: "No session in a container",
    text: "I open no shell in a container, forward no port and copy no files: what is done there could not be seen beforehand. Its logs, events and description I read.",
  },
  file: {
    title: "A new object",
    text: 'I create what does not exist yet from a file only: send me the file in our chat, then write "kubectl apply -f NAME". What it would create is shown before anybody approves it.',
  },
  fix: {
    title: "How a fix is made",
    text: "Press the button on the card of the diagnosis that has proved the cause, or write `fix R-…` with its id: it asks for the fix, or asks somebody who may make it. It is looked at and approved like any other change. Without such a button there is none that I can make.",
  },
  impact: {
    title: "What a change would do",
    text: "Write the change as you would order it, for example `restart payments/api`: before anything is done, a card shows which objects it touches, how many pods end with it, and each field before and after. Nothing is sent until somebody approves exactly that, where the policy asks for it, and you can withdraw it. What your users would notice I cannot know.",
  },
  job: {
    title: "A cron job by hand",
    text: 'I start no run of a cron job by hand: "kubectl create job --from" is none of the commands that I take. Whoever may can send its job as a file, with kubectl apply.',
  },
  press: {
    title: "Press the button",
    text: "A yes in words starts nothing, since it could be meant for another card: press the button on the one that you mean. Your requests, with what each of them waits for, are one press away.",
  },
  roles: {
    title: "What you need, and who gives it",
    text: 'Three things have to allow it: the policy here, by your groups in Entra ("who am i" shows them, and what they allow); your role in Azure on the cluster; and your rights in Kubernetes ("can i delete pods in payments" asks the cluster). I give no rights: whoever owns the group or the subscription does. A card that refuses something names the role or group that is missing. A role that you activated with PIM may take some minutes to count; `sign out` and asking again takes it up.',
  },
  terms: {
    title: "What a word means",
    text: "I say what your clusters do and why, not what a word means: `kubectl explain pod.spec` prints what a field is for, and kubernetes.io/docs and learn.microsoft.com/azure/aks explain the rest. Is something of yours in such a state, write `diagnose NAME`.",
  },
  upgrades: {
    title: "Upgrades and maintenance",
    text: "Until when the version of a cluster is supported, and what changed in Azure of late, a diagnosis says. Maintenance windows, the channel of automatic upgrades and deprecated APIs I do not read: `az aks maintenanceconfiguration list` and `az aks show` tell the first two, and AKS lists the last ones in the portal under Diagnose and solve problems.",
  },
  volume: {
    title: "How full a volume is",
    text: "Kubernetes does not say it: a claim shows its size, not what is used. Azure Monitor does, where it watches the cluster. A volume that is full shows in the logs and events of its pods, which I read.",
  },
  who: {
    title: "Who changed it",
    text: "Kubernetes keeps no record of it that I read; what was changed through me stands in the audit trail. Who changed the cluster in Azure a diagnosis says. When a workload changed, its revisions and events tell.",
  },
  data: {
    title: "What I keep",
    text: 'Requests with their outputs, chats and questions, where those who run me keep them, for as long as they have set; the audit trail as long as it must be. What looks like a secret is masked before it is shown or kept. Nothing goes to an AI. "forget me" removes what is yours, and says what stays.',
  },
  identity: {
    title: "As whom I ask",
    text: 'As you: each question goes to Azure, Entra and the cluster with your own sign-in, so I see what you may see and nothing more. I have no rights of my own in your clusters. "who am i" shows your groups and what they allow.',
  },
};

export const toldTexts = { told };

// What is said as long as something goes on: which step, and how long so far.

import type { WaitStep } from "../../../core/conversation/wait-step.ts";
import type { RunStep } from "../../../core/run/run.ts";

const steps: Readonly<Record<WaitStep, string>> = {
  earlier: "What you asked before is answered first",
  signIn: "Asking the Bot Framework for your sign-in",
  token: "Asking Entra for a token in your name",
  groups: "Asking Microsoft Graph which groups you are in",
  clusters: "Listing the clusters that you can see in Azure",
  cluster: "Reading the cluster in Azure",
  rights: "Reading your rights in Azure",
  chat: "Opening your own chat with me",
};

/** The first second needs no number. */
const soFar = (doing: string, seconds: number): string =>
  seconds < 2 ? `${doing}.` : `${doing}: ${seconds} s so far.`;

const runStepsSaid: Readonly<Record<RunStep, string>> = {
  cluster: "reading the cluster",
  around: "reading networks, DNS, firewalls and ways in around it",
  asking: "asking Azure whether it may run",
  sending: "handing it to AKS",
  inCluster: "AKS runs it in a pod inside the cluster",
};

export const waitingTexts = {
  runStep: (step: RunStep, number: number, all: number, seconds: number) =>
    `Step ${number} of ${all}: ${runStepsSaid[step]}. ${seconds} s so far; usually it takes 10 s.`,
  waiting: {
    title: "… On it",
    steps,
    /** Where nobody outside is waited for. */
    noStep: "Reading what you asked",
    soFar,
  },
};

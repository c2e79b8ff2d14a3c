// What a check, a way, a cluster or a run is in: a word and a shape for every state; colour only repeats them. The shape
// stands first, alike in every language, with a space behind it.
export const states = {
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
    reachable: "✔ Reachable",
    well: "✔ Reachable and well",
    wrongInside: "▲ Reachable, something is wrong inside",
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
    pendingApproval: "▲ Waits for approval",
    approved: "… Approved",
    applying: "… Being done",
    rejected: "✖ Rejected",
    withdrawn: "– Withdrawn",
    expired: "– Expired",
  },
};

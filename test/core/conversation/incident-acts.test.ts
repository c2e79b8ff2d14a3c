// What somebody wants done with an incident, said in a sentence: a line of the grammar as a button, and nothing at once.
import { offered } from "../../../src/core/conversation/reading/suggestions.ts";
import { understandLine } from "../../../src/core/conversation/reading/understand-line.ts";

test.each<readonly [line: string, clusters: readonly string[], button: string]>([
  ["please hand this incident over to Marta", [], "hand over to Marta"],
  ["gib den Vorfall bitte an Jonas weiter", [], "hand over to Jonas"],
  ["把这个事故转给李雷", [], "hand over to 李雷"],
  ["raise it from sev3 to sev1", [], "severity 1"],
  ["mach da mal sev2 draus", [], "severity 2"],
  ["降到sev3吧", [], "severity 3"],
  ["raise the severity please", [], "severity 2"],
  ["add a note that the provider called back", [], "note the provider called back"],
  ["snooze alerts of prod-1 for half an hour", ["prod-1"], "mute 30m prod-1"],
  ["keine Alarme mehr bis morgen", [], "mute 8h"],
  ["mute prod-1", ["prod-1"], "mute 1h prod-1"],
  ["new incident on prod-1: logins fail", ["prod-1"], "incident prod-1 because logins fail"],
  ["it came back, please reopen the incident", [], "reopen"],
])("%j, with the clusters %j, offers %j", (line, clusters, button) => {
  const read = understandLine(line);
  expect(read.is).toBe("misread");
  const { suggestions } = offered(
    read.is === "misread" ? read.reason : { is: "unknown", written: "" },
    clusters,
  );
  expect(suggestions).toContain(button);
});

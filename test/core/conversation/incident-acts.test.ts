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
  ["close it, false alarm", [], "close because false alarm"],
  ["kannst du schließen, war ein kaputtes deployment", [], "close because war ein kaputtes deployment"],
  ["误报 关了吧", [], "close because 误报"],
  ["close it. the token was expired", [], "close because the token was expired"],
  ["stage zwei wochen muten", ["stage"], "mute 24h stage"],
  ["mute stage 2h, upgrade running", ["stage"], "mute on stage 2h because upgrade running"],
  ["mute prod-1 until monday morning", ["prod-1"], "mute 24h prod-1"],
])("%j, with the clusters %j, offers %j", (line, clusters, button) => {
  const read = understandLine(line);
  expect(read.is).toBe("misread");
  const { suggestions } = offered(
    read.is === "misread" ? read.reason : { is: "unknown", written: "" },
    clusters,
  );
  expect(suggestions).toContain(button);
});

test.each([
  ["mute prod-1 until monday", "muteLength"],
  ["snooze stage for three days", "muteLength"],
  ["mute prod-1 for an hour", "unsure"],
])("%j: %s", (line, is) => {
  const read = understandLine(line);
  const { reason } = offered(read.is === "misread" ? read.reason : { is: "unknown", written: "" }, [
    "prod-1",
  ]);
  expect(reason.is).toBe(is);
});

test.each([
  ["what is the phone number of the on-call", ["phone"]],
  ["who is second line next week", ["later", "tier"]],
  ["wem gebe ich das, die Nachtschicht soll weitermachen", ["byName"]],
  ["值班的手机号", ["phone"]],
  ["who is on call", undefined],
])("%j is also asked %j", (line, beside) => {
  const read = understandLine(line);
  const intent =
    read.is === "intent" ? read.intent : read.is === "readings" ? read.readings[0]?.intent : null;
  expect(intent?.kind === "onCall" && intent.beside).toEqual(beside);
});

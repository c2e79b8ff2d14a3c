// What people on call write in German and no example says like that: who changed something, rights, ways in, what a channel
// hears, a change that lacks its namespace, and what is nothing of ours.
import { understanding, viewOf } from "../../../src/doors/cli/understand.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";

const view = viewOf(["prod-1", "edge-1", "stage-1", "prod-eu-2"], "prod-1");
const read = (line: string) => understanding(line, view, messages("de"));

test.each([
  ["wer hat heut früh an edge-1 rumgeschraubt?", { reading: "diagnose", question: "whoChanged" }],
  ["wer hat den nodepool gelöscht??", { reading: "diagnose", question: "whoChanged" }],
  ["wer hat den namespace kasse gelöscht", { reading: "told", topic: "who" }],
])("%j asks who it was", (line, meant) => {
  expect(read(line)).toMatchObject(meant);
});

test.each([
  ["hol die alerts von edge-1 hier in den kanal", { reading: "watch", cluster: "edge-1" }],
  ["schick die alarme von edge-1 nicht mehr in diesen channel", { reading: "unwatch" }],
  ["von edge-1 hier bitte keine alarme mehr melden", { reading: "unwatch" }],
])("what the channel hears: %j", (line, meant) => {
  expect(read(line)).toMatchObject(meant);
});

test.each(["starte rechnung neu", "rollback rechnung bitte", "kasse bitte neu starten"])(
  "%j has a name, and lacks its namespace",
  (line) => {
    expect(read(line)).toMatchObject({ reading: "changeInWords", lacks: "namespace" });
  },
);

test.each([
  ["ausm homeoffice gehts nicht, im büro schon (edge-1)", "internet"],
  ["im büro komm ich nicht auf edge-1, von zuhause gehts", "gateway"],
])("%j is diagnosed from where it fails", (line, stands) => {
  expect(read(line)).toMatchObject({ reading: "diagnose", cluster: "edge-1", client: { stands } });
});

test("a word of people behind a command is none of its names", () => {
  expect(read("würde kubectl delete pod kasse-0 -n shop gehen").suggestions.join()).not.toContain("gehen");
});

test.each([
  ["kannst du auch ein manifest anwenden?", { reading: "told", topic: "file" }],
  ["ich hab das yaml selbst angewendet", { reading: "notUnderstood" }],
])("what is told of a file: %j", (line, meant) => {
  expect(read(line)).toMatchObject(meant);
});

test.each(["starte alles neu", "rollback bitte", "starte die kaputten neu"])("%j has no name", (line) => {
  expect(read(line)).not.toMatchObject({ lacks: "namespace" });
});

test.each([
  ["darf ich auf edge-1 skalieren", "kubectl auth can-i patch deployments --all-namespaces"],
  ["pods mit mehr als 7 restarts auf edge-1", "--sort-by=.status.containerStatuses[0].restartCount"],
  ["wie oft ist kasse-api heute neu gestartet", "| grep -e NAME -e kasse-api"],
  ["wie voll ist node aks-user-38291-vmss00000c", "kubectl top nodes aks-user-38291-vmss00000c"],
  ["umgebungsvariablen von fracht in shop", "kubectl describe deployments fracht --namespace=shop"],
  ["wieso ist aks-user-38291-vmss00000c gesperrt", "kubectl describe nodes aks-user-38291-vmss00000c"],
])("%j looks with %j", (line, command) => {
  expect(read(line).command).toContain(command);
});

test.each([
  ["wie war das mit dem Notfallzugang zu edge-1", { reading: "access", cluster: "edge-1" }],
  ["wie lautet die fqdn von edge-1", { reading: "diagnose", question: "apiServer" }],
  ["min und max vom pool batch auf edge-1?", { reading: "diagnose", question: "nodePools" }],
  ["nimm die 62.2.17.9 wieder raus aus edge-1", { reading: "diagnose", question: "ranges" }],
  ["wer löst mich morgen abend ab", { reading: "onCall" }],
  ["bin neu im pikett, womit fange ich an", { reading: "help" }],
  ["starte den mailserver neu", { reading: "beyond" }],
  ["hält edge-1 die last am black friday aus", { reading: "beyond" }],
])("%j", (line, meant) => {
  expect(read(line)).toMatchObject(meant);
});

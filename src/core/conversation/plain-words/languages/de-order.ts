// What tells in German whether a line orders what it speaks of.
import type { OrderWords } from "./language.ts";

export const order: OrderWords = {
  notOrdered: [
    /^\W*(?:angenommen|zum beispiel|z\. ?b\.|vielleicht|eventuell)/i,
    /\b(?:kann|darf) (?:ich|man)\b(?!.{0,40}\bauf \d)/i,
    /\b(?:ungern|verboten|verschieb\w*|in ruhe|erinner\w*)\b/i,
    /^\W*(?:ich|wir) (?:starte|skaliere|lösche|loesche|setze|rolle|drain\w*|mache?|werde|plane|wollte|musste)n?\b/i,
    /^\W*(?!Bitte|Dann|Jetzt|Danke|Ok|Und)\p{Lu}\S+ (?:\S+ ){0,3}(?:starten|startet) (?!Sie\b).*\bneu\b/u,
    /^\W*(?:erledigt|abgelehnt|geplant|nur zur info)\W*[:,：]/i,
    /^\W*[A-Z][a-z]+ (?:startet|skaliert|hat)\b/,
    /\b(?:restart|rollback|rollout|scaling|deletion|drain|cordon)\b.{1,80}\b(?:fehlgeschlagen|gesetzt)\b/i,
    /\b(?:lass mal|ach ne+|doch nicht)\b|\b(?:nein|nö)[!.]*$/i,
    /\bkein(?:e|en)? (?:neustart|rollback|restart)\b/i,
    /\b(?:soll(?:en|te|ten)? (?:ich|wir)|was passiert|was wäre|wie (?:kann|mache|skaliere|starte) ich|ob (?:ich|wir|man)|wer darf|hast du|hat (?:jemand|wer)|auf keinen fall|hört? auf)\b/i,
    /\b(?:(?:wenn|falls)(?! (?:möglich|es geht|machbar))|sobald|sofern|bevor|nachdem)\b/i,
    /\bvergessen\b|\bwürde ich\b/i,
  ],
  unlessAsked: [
    /\bhabe?n? .{1,60}(?:lassen|gestartet|skaliert|gelöscht)\b/i,
    /^\W*(?:warum|wieso|weshalb|wer|was|welche\w*|wann|wie|ist|sind|hat|haben|habe|hab|soll(?:en|te)?|muss|müssen|würden?|wurden?|reicht)\b|\bsagt\b/i,
  ],
  asked: /\b(?:bitte|kannst du|könntest du|können sie)\b/i,
  not: /\b(?:nicht|nie|niemals|niemand|keinesfalls)\b/i,
  orders:
    "auf (?:die|den|das) (?:alten?|vorigen?|vorherigen?|letzten?) (?:version|stand|release|revision)|annotier\\w*|soll(?:te)? .{1,40}(?:haben|sein|bekommen)|auf \\d{1,3} (?:replikas?|replicas?|pods)|zurück(?:rollen|nehmen|drehen|setzen)?|durchstarten|neu ?starten|leeren|entleeren|leer|geben|erlaub\\w*|deckel\\w*|l(?:ö|oe)sch\\w*|hochsetzen|runtersetzen|hochziehen|erh(?:ö|oe)h\\w*|hau|knall|zieh\\w*|geh|nochmal|restarte?n?|bitte|mach\\w*|setze?n?|rolle?n?|pausier\\w*|sperren?|sperr|drainen|cordonen|aussetzen|anheben|aufräumen|räume?|führe?|nimm|gib|stell\\w*|brauche?n?|rauf|runter|hoch|weg|drauf",
  changes: "neu(?:start)?|skalier\\w*|löschen",
  outcomes: "geholfen|bringt nichts|steht noch aus|ist durch|schlägt fehl",
  greetings: "Hallo|Moin|Bitte|Danke|Gut|Servus|Ja",
  requests: "starte|lösch|skalier|bitte|kannst",
  told: /^\W*(?:ich|wir(?! (?:wollen|möchten))|wer|hat|soll(?:en|te)?n? (?:ich|wir)|(?:beobacht|überwach|verfolg)e?st du)\b|\b(?:jungs|leute)\b/i,
  saysMore: [
    /bis auf\b|\bsamt\b|\beinen pod\b|\b(?:alle[nr]?|beiden?|anderen?) (?:the )?(?:clusters?|prods?)\b/i,
    /\brevisions? (?:drei|zwei|vier)\b|\b(?:auf gestern|stand von)\b/i,
    /\b\d+ bis \d/i,
    /\b(?:außer|ausser|entfern\w*|ohne|statt|um (?:weitere )?\d|container|prozent|überall|halbier\w*|hälfte|danach|anschließend|anschliessend|allen clustern)\b/i,
    /vorletzt|(?:revisions|rollouts|versions) zurück|revisionen (?:back|zurück|ago)/i,
    /\brequests? und limits?|limits? und requests?/i,
  ],
  first: "sperren|skalier\\w*|starte?|lösche?",
  joins: "und|dann",
  second: "leeren|neustarten|löschen",
  times: /\bum \d+ uhr\b/i,
};

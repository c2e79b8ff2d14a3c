// German words that people say of clusters and that nothing in one is called by, beside the English ones.
import { noNames as english } from "../en/no-names.ts";

export const noNames = `${english}
    neuer neues neuen neue alter altes alten alte kleiner kleine großer große servfail nxdomain lauter failed diskpressure memorypressure pressure disk cert certs refused
    anscheinend anschliessend ausserdem bald bisher damals danach daran dauernd deshalb deutlich eigentlich
    eben endlich erneut erst etwa fast freigabe genehmigung genau gestern heute heuer hoffentlich irgendwo
    irgendwas irgendwie kaum leider letzte letzten letzter meistens morgen nachher nachts neulich oben
    offenbar plötzlich schnell schon seitdem seltsam sofort später ständig überall unten vielleicht
    vermutlich vorher vorhin wahrscheinlich wieder wirklich woanders ziemlich zuerst zuletzt zwischendurch
    ignorieren ignoriere ignorier forward approval meisten meiste mehrere mehreren weniger wenige wenigsten
    höchste höchsten größte größten kleinste älteste ältesten jüngste neueste erste ersten zweite zweiten
    dritte anderer andere anderen anderes gleiche gleichen selbe selben einzelne einzelnen bestimmte
    bestimmten ganzer ganzes halbes viele vieler vielen genug fährt fahren führt führen liefert liefern
    schreibt schreiben liest bleibt bleiben wartet warten dauert braucht brauchen verbraucht frisst belegt
    hält halten trägt liegt hängen zieht zeigt ziehen stellt legt heißt nennt kennt wissen weiß glauben
    denken meinen finden findet sucht suchen fehlt fehlen passt passen stimmt klappt schafft schaffen wächst
    steigt sinkt fällt fallen reicht lädt laden gestoppt angehalten pausiert beendet entfernt abgelehnt
    gesehen gefunden verloren vergessen gemeldet erreicht erlaubt vergeben gebunden zugewiesen abgelaufen
    eingeplant geplant wurd würd fehlerhaft merkwürdig ungewöhnlich normal normalerweise richtig falsch leer
    offen öffentlich intern extern fällig nötig kritisch wichtig frei gesperrt abends morgens mittags
    vorgestern abend mittag nachmittag vormittag mitternacht uhr monat monate monaten jahr jahre tage tagen
    wochen woche sekunde nächste nächsten nächster antwort antworten frage fragen problem probleme grund
    gründe ursache ursachen fehler meldung meldungen hinweis warnung liste übersicht zusammenfassung stand
    lage menge anzahl zahl größe ende anfang mitte teil kunde kunden kollege kollegen nutzer benutzer leute
    chef ding dinger sache sachen zeug platte festplatte speicherplatz platz netz netzwerk verbindung leitung
    zugang zugriff anfrage anfragen aufruf aufrufe zertifikat zertifikate laufzeit ablauf gültig gültigkeit
    richtlinie richtlinien regel regeln rechte rolle rollen gruppe gruppen konto schlüssel passwort zwischen
    innerhalb außerhalb während trotz wegen gegenüber entlang mitsamt samt obwohl damit sodass falls sobald
    solange bevor nachdem indem entweder weder noch sowohl jedoch allerdings trotzdem dennoch schön schöne
    schönes schönen dank grüße tschüss ciao servus danke bitte kubelet autoscaler support max maximal minimal
    mindestens höchstens grep branch merge rebase true false resource we uebers manuell automatisch stoß
    stoße anstoßen auslösen ausführen durchlaufen nachsehen vergleichen vergleiche vergleich unterschied
    unterschiede kubelogin fest drin darauf landet landen nächstes mal stösst stoesst stoßen grenze grenzen durchgelaufen durchläuft buchen gebucht verbietet blockiert restarten restartet mus muss viel ordnung last lasten
    evicted abgeschlossene abgeschlossenen fehlgeschlagene fehlgeschlagenen fertige fertigen beendete beendeten
    sortiert sortieren sortier sortiere
`;

// German words that people use when they speak of clusters.
import { inAnyLanguage } from "./en-words.ts";

/** No beginning of a cluster's name, unless a word leads to it. */
export const common = `${inAnyLanguage}
    -glass-account -glass-konto -glass-prozess -glass-verfahren -glass-zugang abbestellen abbrechen abbricht abbruch
    abbrueche abgeaendert abgebrochen abgeflogen abgefragt abgehaengt abgekackt abgelaufen abgelehnt abgeraucht
    abgeschaltet abgeschickt abgeschlossen abgeschlossene abgeschlossenen abgeschmiert abgesemmelt abgesetzt
    abgesoffen abgestuerzt abgestuerzte abgewiesen ablauf abmelden abmeldung abonniere abonnieren abonniert
    abonnierte abos abrufen abschalten abschiessen abschmiert absegnen abstellen abstuerze account activity
    activity-log admin-rechte administrator adminrechte adresse adressen aelteste aeltesten aender aendere aendern
    aendert aenderung aenderungen aenderungshistorie aenderungslog aenderungsprotokoll aerger agents aktiv aktiviere
    aktivieren aktiviert aktivitaetsprotokoll aktualisiere aktualisieren aktualisiert aktuellen aktueller alarm
    alarme alarmen alarmiere alarmieren alarmiert alert alerts aller allerdings als alt alternative altes analysiere
    analysieren andere anderen anderer anderes anders anfang anfordern anfrage anfragen angefangen angefasst
    angefragt angehalten angemeldet angerichtet angestellt angucken anhalten anheben anlegen anleitung anmeldefehler
    anmelden anmeldung anschalten anschauen anschlag anschliessend ansehen ansprechbar anstossen antraege antrag
    antwort antworten antwortet anwender anwendung anwendungen anzahl anzeigen anzusehen app approven approver apps
    arbeitest arbeitsspeicher argo audit audit-log auditlog aufbohren auffaellig aufgabe aufgehaengt aufgehangen
    aufgehoert aufgeloest aufheben aufloesen aufnehmen aufruf aufrufbar aufrufe aufrufen auftraege auftrag aufzuheben
    auge augen ausfaelle ausfaellt ausfall ausfuehren ausgabe ausgeben ausgefallen ausgefuehrt ausgelastet ausgerollt
    ausgeschaltet ausgetauscht auslastung ausloesen ausloggen ausprobiert ausraeumen ausrollen ausschalten ausserdem
    ausserhalb aussetzen aussetzer austauschen auszufuehren automatisch autorisiert beantrage beantragen bearbeite
    bearbeiten bearbeitet bediene bedient beende beenden beendet beendete beendeten befehl befehle befugnis
    befugnisse befugt beginn begonnen behaeltst behalt behalte behalten behaltet beispiele bekomm belastet belegt
    benachrichtige benachrichtigt benachrichtigung benachrichtigungen benoetige benutzbar benutze benutzen benutzer
    benutzername benutzt beobachte beobachten beobachtest beobachtet beobachtete beobachtung beobachtungen berappelt
    berechtigt berechtigung berechtigungen bereich bereiche bereit bereitschaft bericht beruhigt bescheid beschweren
    beseitige bestaetigen besten bester bestimmte bestimmten betroffen bevor bisher bleiben bleibt blick blockiert
    blockt bockt boden boot boote booten bouncen brach branch brauchen braucht breakglass brich bricht bring bringen
    bringt buchen buero build cancel canceln cancle cause certs change changed changelog changes channel checke
    checken chef ciao cidrs ckt cloudshell cluster-admin clusterliste clusteruebersicht clusterweit connection
    containercreating context cordone cordonen cordonnen cpu-auslastung cpu-last cpu-limit cpu-verbrauch cpulimit
    crashed crashen crasht credentials damals darauf darf daten dauert dazugeben dazunehmen deaktiviere deaktivieren
    deaktiviert debuggen defekt deleten denken dennoch deploye deployed deployen deployments deployt deutlich
    diagnosen diagnostizier diagnostiziere diagnostizieren dies dige dinger doku dokumentation draine drainen drainst
    drauf draufkomme dreh drehe drehen dritte dsgvo duerfen duerft duerfte duerften durchchecken durchgelaufen
    durchlaeuft durchlaufen durchstarten durchtesten durchzustarten econnrefused editiere eiert eigene eigenen
    einfachste eingeben eingefroren eingegangen eingeloggt eingeplant eingerichtet eingeschaltet eingespielt
    eingestellt eingetragen einloggen einplanbar einschalten einsehen einstellen eintragen einzelne einzelnen eit
    eiten ende endlich endpoint endpunkt enotfound entfern entferne entfernen entfernt entfolge entfolgen entlang
    entsetzlich entsperr entsperre entsperren entweder env ereignis ereignisse erfolgreich ergaenzen ergebnis erhoeh
    erhoehe erhoehen erholt erlaube erlauben erlaubnis erlaubt erlaubte erlaubten erledigt erneuert erneut erreichbar
    erreiche erreichen erreicht errimagepull ersetzt erst erste erstelle erstellen ersten erweitere erweitern
    etimedout evakuiere evakuieren every ewig existieren expressroute extern faehrt faellig faellt fahr fahre fahren
    fahrt fallen falls falsch fast faul fehl fehlen fehler fehleranalyse fehlerhaft fehlerhafte fehlermeldung
    fehlermeldungen fehlersuche fehlerursache fehlgeschlagen fehlgeschlagene fehlgeschlagenen fehlt fertig fertige
    fertigen fest festgefahren festplatte finden findet firewall fixen flach flaky flattert fliegt folge folgen
    folgst fort fortfuehren fortsetzen forward frag frage fragen fragst fragt frei freigabe freigabeliste freigaben
    freigeben freigegeben freigegebene freigegebenen freigeschaltet freigib freigibst freischalten fressen frisst
    fuck fueg fuege fuehr fuehre fuehren fuehrt funktionen funktionieren funktionierst funktioniert funktionierts
    funzt ganze ganzer ganzes gar geaendert gebastelt gebaut gebe geblockt gebootet gebt gebucht gebunden gecrasht
    gedreht gefahren gefangen gefragt gefressen gefummelt gefunden gegangen gegenueber geh gehe gehen geht gehts
    geklingelt gekommen gelange geloescht gemacht gemeldet genehmigen genehmigt genehmigung genehmigungen genommen
    genug geoeffnet gepatcht gepiept geplant gereleased gern gerne gerufen gesamte geschaltet gescheiterte
    geschlossen geschraubt geschrottet gesehen gesetzt gespeichert gespeicherten gesperrt gespielt gestartet
    gestattet gestellt gestoert gestoppt gestorben gesund gesundheit gesundheitscheck getan getauscht getrennt
    getrieben geupdated geupdatet geupgradet geweckt gewhitelistet gezogen ging glauben gleiche gleichen greifst
    grenze grenzen groesse groesste groessten grosse grosser gruen gruende grund gruppe gruppen gt guck gucke gucken
    gueltig gueltigkeit gut haelt haenge haengen haengende haengt hakt hakts halte halten haltet handshake handy hau
    haus hause haut healthcheck heb hebe heben helfen herumgeschraubt herunter herunterfahren heuer hilf hilfe
    hinueber hinweis hinzufuegen hinzunehmen historie hoch hochdrehen hochfahren hochgefahren hochgezogen hochsetzen
    hochskalieren hochziehen hoechste hoechsten hoechstens hoer hoere hoert hoffentlich homeoffice host hrt htet
    hustet identitaet ieren iert ierte ignorier ignoriere ignorieren incident indem informationen informiere
    informiert infos inhalt instabil installiere installieren installiert instanzen intern ip-adressen ip-bereiche
    ip-ranges ips irgendjemand irgendwelche irgendwer isch ische ischen jahr jahre jedoch jemand job jobs juengste
    jumpbox k8s-version kackt kanal kaputt kaputte kaputten kaputtgemacht kaum kein keine keinen keiner keinerlei
    kenne kennst kennt kille killen klappt klappts klar kleine kleiner kleinste klemmt klemmts klingelt kollege komm
    kommandos komme kommen kommst komplett komplette komplettes konfiguriert kontakt kontaktieren konto kopien krank
    krepiert krieg kritisch kubelogin kubernetes-version kunde kunden kurze laden laedt laesst laeufe laeufst laeuft
    laeufts lage laggt laggy lahm lahmend lahmgelegt lahmt landen landet langsam laptop lasst last lasten
    lastverteilung lauf laufen laufende laufenden laufenlassen laufzeit lauter lebenszeichen lebt leer leere leeren
    leerraeumen leerzuraeumen legt lehnen lehnt leise leitung lesen leser leserechte lesezugriff lich liche lichen
    lief liefern liefert liegen liegt liegts lies liest lige listen llt loesch loesche loeschen loeschst loeschung
    log-in log-out logg logge los mac macht male mann manuell maximal mehrere mehreren meiste meisten meistens meld
    melde melden meldet meldung meldungen memorylimit menge mensch menue merge merkwuerdig methode migriert
    mindestens minimal mins mist mitglied mitsamt mittag mittags mitte mitten mitternacht modus moechten moeglichkeit
    moeglichkeiten monat monate monaten monitore monitoren mucks muckt muesste mus muten nachdem nachmittag
    nachrichten nachschauen nachsehen naechste naechsten naechster naechstes namen ndet nehme nehmen nennt nerven
    netz netze netzwerk netzwerkfehler netzwerkproblem netzwerkprobleme neu neue neuen neuer neues neueste neuesten
    neugestartet neulich neustart neustarten neustarts neuzustarten nicht nie niemals niemand niemanden nige nimm
    nimmer nimmt nite nix nnt nochmal nochmals noetig normalerweise notfall notfallprozess notfallweg notfallzugang
    notfallzugriff nutzbar nutze nutzen nutzer nutzt oben objekt objekte obwohl oeffentlich oeffentliche
    oeffentlichen oeffentlicher oeffentliches oeffne oeffnen offen offene offenen online option optionen ordnung ort
    pager passen passiert passierte passt passwort patche patchen pause pausier pausiere pausieren pausiert
    persoenliche persoenlichen piept pim-rolle pingen pipeline platt plattmachen platz ploetzlich port post poste
    posten posts privat private privaten privater privates prob probier probiere probieren problem probleme problemen
    produktion prozess pruef pruefe pruefen pruefung public pvcs raeum raeume raeumen ram ram-verbrauch rankomme
    raucht raufdrehen raufsetzen rausgeben rausgeklingelt rausgib rausnehmen reagieren reagiert rebase reboote
    rebooten rebootet rechner recht rechte rechten rede reduzier reduziere reduzieren regel regeln reicht
    reingespielt reinkomme reinkommen reinkommt reinnehmen reinwerfen reisst rejected release releast reparieren
    replicaset replika request resize resizen ressourcen ressourcenverbrauch restarte restarten restartet revision
    richtig richtlinie richtlinien rige roechelt roll rollbacken rolle rollen root rot rotation rotiert ruckelt
    rueber rueberwachsen rueckgaengig rumgebastelt rumgefummelt rumgeschraubt rumgespielt rumprobiert rumspinnt
    rumzickt run rund runs runterfahren runtergefahren runterladen runtersetzen runterskalieren sache sachen
    saemtliche samt sauber saugt scalen schaffen schafft schalt schalte schalten schau schaue schauen schaut schauts
    schedulbar scheduling scheint scheisse scheitert schick schicke schicken schief schiefgegangen schiess schiesse
    schlaegt schleppend schluessel schmeiss schmeisst schmiert schnelle schnellste schnellsten schoen schoene
    schoenen schoenes schreib schreibe schreiben schreibrechte schreibt schreibzugriff schrott schwierigkeiten seh
    sehe sehen seht seitdem sekunde selbe selben selber seltsam sende senden senk senke senken service services setz
    setze setzen sicher sicherste sichtbar sichtbare sieh siehst sieht siehts signal sinkt sitze sitzung skalier
    skaliere skalieren skalierst skaliert skalierung sobald sodass solange sort sortier sortiere sortieren sortiert
    soweit sowohl spackt spaeter spam spammen speicher speicherauslastung speicherplatz speicherst speicherverbrauch
    sperr sperre sperren sperrt sperrung spielen spielt spinnen spinnt spreche sprungserver stand standort starte
    starten startest startet stehts steigt stell stelle stellen stellt stillschalten stimmt stimmts stirbt stoerung
    stoerungen stoerungssuche stoesst stopp stoppe stoppen storniere stornieren stoss stosse stossen stottert streikt
    stueck stuerzt stumm stummschalte stummschalten suchen sucht support suspende suspenden suspendiere suspendieren
    tage tagen tausch tausche tauschen technischen technischer teste testen thread tiefe tige tilt time-out time-outs
    timeouts ton tot touched traegt trag trage treibt tschuess tunnel tuts tzt ueberall ueberfordert ueberhaupt
    ueberlast ueberlastet ueberpruefe ueberpruefen ueberpruefung uebers uebersicht ueberwache ueberwachen ueberwachst
    ueberwacht ueberwachte ueberwachung uhr uhrzeit umfaellt umgebaut umgebungsvariable umgeschaltet umgestellt
    umkippt umkonfiguriert un unansprechbar unbenutzbar unbrauchbar uncordone uncordonen unerreichbar ung ungen
    ungewoehnlich ungueltig unmoeglich unstimmigkeiten unten unterbrochen unterschied unterschiede untersuche
    untersuchen unwohl unzuverlaessig up update updaten upgedatet upgegradet upgraden ursache ursachen
    ursachenanalyse ursachenforschung user variante veraendert verbietet verbinde verbinden verbindet verbindung
    verbindungsabbruch verbindungsabbrueche verbindungsfehler verbindungsproblem verbindungsprobleme verbockt
    verbrauch verbrauchen verbraucht verbrauchte verbunden verdammt verfahren verfassung verfolge verfolgen verfolgt
    verfuegbar verfuegbare vergeben vergessen vergiss vergleich vergleiche vergleichen vergroesser vergroessere
    vergroessern verhungert verkleinere verklemmt verlauf verloren vermurkst verpfuscht verreckt verreckte verringere
    versaut verschwunden versionen verstellt versuch versuche versuchen verteilung verwalten verwaltet verweigert
    verwende verwenden verwerfen verwirf viel viele vieler vielleicht voellig volle vorgestern vorhanden vormittag
    wach wachsen wackelig wackelt waechst waehrend wahrscheinlich warne warnung warnungen warten wartet we wechsel
    wechseln wechsle weder weg wegbricht wege weggebrochen weggeflogen weghauen wegnehmen wegraeumen wegwerfen weise
    weiss weist weit weiterlaufen weitermachen wem wen wenige weniger wenigsten werfe werfen werft wessen which
    whiteliste whitelisten wichtig wiederbeleben wieviel wieviele wirf wirfst wirft wirkt wlan woanders wobei woche
    wochen wofuer wohlauf womit woran wozu wuerd wurd wurm zaeh zahl zeigen zeigst zerlegt zerschossen zerstoert
    zertifikat zertifikate zertifikatsfehler zertifikatsproblem zeug zickt zieh ziehe ziehen zieht ziemlich zuckt
    zuerst zugaenge zugaenglich zugang zugangsdaten zugangsweg zugangswege zugelassen zugelassene zugewiesen zugreife
    zugreifen zugreifst zugriff zugriffsfehler zugriffsrechte zugriffsweg zuhause zulassen zuletzt zurueck
    zurueckdrehen zurueckgewiesen zuruecknehmen zurueckrollen zuruecksetzen zurueckziehen zurueckzurollen
    zusammenfassung zusammengebrochen zustimmen zweite zweiten
`;

export const known = `
    psst pssst pst schh schhh
    abgesagt abgeschossen abrechnung ach adminrolle admins andauernd anfassen angeblich angepasst angeschaut anlangen
    anlegst anruehren anzulegen arbeite arbeiten aufmachen aufsatz aufsetzen aufziehen ausgaben aws bau baue bauen
    baum behoben bereitschaftsplan besprechung bestell bestelle bestellen betreut bezahlt bier billiger bootet
    brachte brief btw buch buche chart cherry-pick clusterrole code configmap confluence cordoned datei datenbank
    demo develop diagnostiziert dienstag dienstplan digitalocean dolmetschen donnerstag draint ecs eks email
    entstoert entstoerung entwarnung entzieh entziehe erhoeht erinner erinnere erklaer erklaere erklaeren eroeffnen
    erstell erteil erteile erteilen erzeug erzeuge erzeugen essen euro eventuell excel fall fass fasse fasst
    fehlalarm feierabend finger firewallregel flug folien form frau freeze freitag freut frozen fussball fyi gcp
    gecheckt gecordont gedicht gedraint gefixt gehoeren gehoert gekillt gelaufen geloest gemerged gemergt geprueft
    gescheitert geschichte geschrieben gewesen gibst gke groesseren gute guter gutes haeufig haeufigsten haha half
    helft hilft hochskaliert hoffe hotline ingress installier issue jep jira jo kaffee kalender kantine klasse
    knotenpool kollegin kosten kostet kuchen kuemmer kuemmere kuemmern kuemmert laufend leg lege legst lied loescht
    lol mail manifest master meeting merci merged mergen mergst microsoft migration migriere migrieren minikube
    mittagessen mittagspause mittwoch modul montag mr muessten nee nein nervt nocheinmal nodepool nodepools oeftesten
    oh oom openshift organisiere patcht pdf peering perfekt pizza pool pools postmortem powerpoint pr preis preise
    prima prueft puh pull-request punkt quartal rancher raum rca rebas rebasen rechnung registry reise repariert rest
    retro reviewen rezept roadmap rockt rolebinding rolebindings rom rufbereitschaft runbook runde runterskaliert
    samstag schichtplan schliess schliesse schliessen schlug schulung script secret sei seil serviceaccount skript
    sollen sonntag sprint squash standup startete stockt stuerzen subnet subnetz subscription termin testet teuer
    text ticket tickets tisch toll tolle toller tor touchen triggere triggern uebergabe uebernehme uebernehmen
    uebersetz uebersetze uebersetzen uebersetzt uebersetzung uebrigens umbenennen umgebungsvariablen ungesund urlaub
    variable vault verantwortet verfasse vergesst verhindert verkleinern verlaengert vermute verschiebe verschieben
    verschoben vms vnet vorige vorlage wart warte wartung wartungsfenster weis weiter weiteren werde weswegen wetter
    wieoft wiki willkommen witz wochenende wollten yaml yml zahlt zurueckgerollt zusammenfassen zuweisen
`;

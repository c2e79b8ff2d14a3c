// German words that people use when they speak of clusters.

/** No beginning of a cluster's name, unless a word leads to it. */
export const common = `
    -glass-account -glass-konto -glass-prozess -glass-verfahren -glass-zugang 401 403 500 502 503 504 <address>
    <number> abbestellen abbrechen abbricht abbruch abbrueche abgeaendert abgebrochen abgeflogen abgefragt abgehaengt
    abgekackt abgelaufen abgelehnt abgeraucht abgeschaltet abgeschickt abgeschlossen abgeschlossene abgeschlossenen
    abgeschmiert abgesemmelt abgesetzt abgesoffen abgestuerzt abgestuerzte abgewiesen ablauf abmelden abmeldung
    abonniere abonnieren abonniert abonnierte abos abrufen abschalten abschiessen abschmiert absegnen abstellen
    abstuerze access accidentally according account activity activity-log actual adding admin admin-rechte
    administrator adminrechte adresse adressen advance aelteste aeltesten aender aendere aendern aendert aenderung
    aenderungen aenderungshistorie aenderungslog aenderungsprotokoll aerger afternoon age agent agents agree ahead
    aktiv aktiviere aktivieren aktiviert aktivitaetsprotokoll aktualisiere aktualisieren aktualisiert aktuellen
    aktueller alarm alarme alarmen alarmiere alarmieren alarmiert alert alerts alive aller allerdings allowlist almost
    alone along alright als alt alternative altes although altogether among amount analysiere analysieren andere
    anderen anderer anderes anders anfang anfordern anfrage anfragen angefangen angefasst angefragt angehalten
    angemeldet angerichtet angestellt angry angucken anhalten anheben anlegen anleitung anmeldefehler anmelden
    anmeldung anschalten anschauen anschlag anschliessend ansehen ansprechbar anstossen antraege antrag antwort
    antworten antwortet anwender anwendung anwendungen anyhow anyway anywhere anzahl anzeigen anzusehen app appear
    appearing appears approval approvals approve approved approven approver approves approximately apps arbeitest
    arbeitsspeicher argo argocd attached attempt attempts audit audit-log auditlog aufbohren auffaellig aufgabe
    aufgehaengt aufgehangen aufgehoert aufgeloest aufheben aufloesen aufnehmen aufruf aufrufbar aufrufe aufrufen
    auftraege auftrag aufzuheben auge augen ausfaelle ausfaellt ausfall ausfuehren ausgabe ausgeben ausgefallen
    ausgefuehrt ausgelastet ausgerollt ausgeschaltet ausgetauscht auslastung ausloesen ausloggen ausprobiert
    ausraeumen ausrollen ausschalten ausserdem ausserhalb aussetzen aussetzer austauschen auszufuehren authorized
    automatisch autorisiert autoscaler average avoid awake aware away backlog backwards badly bail barely based
    basically bastion beantrage beantragen bearbeite bearbeiten bearbeitet becoming bediene bedient beende beenden
    beendet beendete beendeten befehl befehle befugnis befugnisse befugt beginn beginning begonnen behaeltst behalt
    behalte behalten behaltet beispiele bekomm belastet belegt belong benachrichtige benachrichtigt benachrichtigung
    benachrichtigungen benoetige benutzbar benutze benutzen benutzer benutzername benutzt beobachte beobachten
    beobachtest beobachtet beobachtete beobachtung beobachtungen berappelt berechtigt berechtigung berechtigungen
    bereich bereiche bereit bereitschaft bericht beruhigt bescheid beschweren beseitige bestaetigen besten bester
    bestimmte bestimmten betroffen bevor beyond big bigger biggest bisher blame bleiben bleibt blick blockiert blocks
    blockt bockt boden boot boote booten booting bouncen brach branch brauchen braucht break break-glass breakglass
    brich bricht briefly bring bringen bringt broken brought buchen buero build bunch burning can-i cancel canceln
    cancle careful case caught cause causes cert certain certs chance change changed changelog changes channel check
    checke checken chef ci ciao cidrs ckt clean cleanup clearly click close closer cloudshell cluster-admin
    clusterliste clusteruebersicht clusterweit command common compare compared completed completely concern confirm
    confirmed connection consider considering consuming contact container containercreating contains context continue
    contributor cool cordon cordone cordonen cordonnen correct correctly costing course cpu cpu-auslastung cpu-last
    cpu-limit cpu-verbrauch cpulimit crashed crashen crashloop crashloopbackoff crasht crazy creates creating
    credentials critical cronjob cronjobs culprit cursed cut cutting daily damals darauf darf date daten dauert days
    dazugeben dazunehmen dead deaktiviere deaktivieren deaktiviert deal dealing debuggen decide declared deep default
    defaults defekt definitely delay delayed delete deleten deleting denied denken dennoch depends deploy deploye
    deployed deployen deployments deployt desired despite detached deutlich diag diagnose diagnosen diagnostizier
    diagnostiziere diagnostizieren dies difficult dige dinger direct directly disappear disappearing disconnect disk
    disks distributed dns doku dokumentation doubt down dozen drain draine drainen drainst drauf draufkomme dreh drehe
    drehen dritte dsgvo duerfen duerft duerfte duerften durchchecken durchgelaufen durchlaeuft durchlaufen
    durchstarten durchtesten durchzustarten each early east eastus easy econnrefused editiere eiert eigene eigenen
    einfachste eingeben eingefroren eingegangen eingeloggt eingeplant eingerichtet eingeschaltet eingespielt
    eingestellt eingetragen einloggen einplanbar einschalten einsehen einstellen eintragen einzelne einzelnen eit
    eiten eleven else emergency empty ende ended endless endlich endpoint endpunkt enotfound enough entfern entferne
    entfernen entfernt entfolge entfolgen entlang entsetzlich entsperr entsperre entsperren entweder env environment
    eof ereignis ereignisse erfolgreich ergaenzen ergebnis erhoeh erhoehe erhoehen erholt erlaube erlauben erlaubnis
    erlaubt erlaubte erlaubten erledigt erneuert erneut erreichbar erreiche erreichen erreicht errimagepull error
    errors ersetzt erst erste erstelle erstellen ersten erweitere erweitern especially etimedout europe evakuiere
    evakuieren evening event events eventually ever every everybody evicted ewig exact exactly example except exist
    existieren existing exists exit exited exits expect expected expiration expire expires expiring expiry explain
    explode exploding expressroute extern external extra face fact faehrt faellig faellt fahr fahre fahren fahrt
    failed fairly fallen falls falsch false far fast faster faul feel fehl fehlen fehler fehleranalyse fehlerhaft
    fehlerhafte fehlermeldung fehlermeldungen fehlersuche fehlerursache fehlgeschlagen fehlgeschlagene
    fehlgeschlagenen fehlt felt fertig fertige fertigen fest festgefahren festplatte fifteen fifty fill filled filling
    fills final finally find finden findet fine finished finishes firewall firing first fit fits fixen flach flaky
    flattert fliegt floating flux folge folgen folgst forbidden force forced forever forgot fort fortfuehren
    fortsetzen forty forward frag frage fragen fragst fragt frei freigabe freigabeliste freigaben freigeben
    freigegeben freigegebene freigegebenen freigeschaltet freigib freigibst freischalten frequently fresh fressen
    friday frisst front fuck fueg fuege fuehr fuehre fuehren fuehrt fully funktionen funktionieren funktionierst
    funktioniert funktionierts funzt further ganze ganzer ganzes gar gave gdpr geaendert gebastelt gebaut gebe
    geblockt gebootet gebt gebucht gebunden gecrasht gedreht gefahren gefangen gefragt gefressen gefummelt gefunden
    gegangen gegenueber geh gehe gehen geht gehts geklingelt gekommen gelange geloescht gemacht gemeldet genehmigen
    genehmigt genehmigung genehmigungen general generally genommen genug geoeffnet gepatcht gepiept geplant gereleased
    gern gerne gerufen gesamte geschaltet gescheiterte geschlossen geschraubt geschrottet gesehen gesetzt gespeichert
    gespeicherten gesperrt gespielt gestartet gestattet gestellt gestoert gestoppt gestorben gesund gesundheit
    gesundheitscheck getan getauscht getrennt getrieben geupdated geupdatet geupgradet geweckt gewhitelistet gezogen
    ging given giving glass glauben gleiche gleichen good gotten grab great greifst grenze grenzen grep grew groesse
    groesste groessten grosse grosser ground growing grows gruen gruende grund gruppe gruppen gt guck gucke gucken
    gueltig gueltigkeit guess gut haelt haenge haengen haengende haengt hakt hakts halfway halte halten haltet
    hammered hand handled handshake handy happy hard hardly hau haus hause haut head healthcheck healthier heavily
    heavy heb hebe heben heck helfen helm help helpful herumgeschraubt herunter herunterfahren heuer higher highest
    hilf hilfe hinueber hinweis hinzufuegen hinzunehmen historie history hits hitting hoch hochdrehen hochfahren
    hochgefahren hochgezogen hochsetzen hochskalieren hochziehen hoechste hoechsten hoechstens hoer hoere hoert
    hoffentlich holding holds homeoffice hopefully host hot hourly however hpa hrt htet huge hundred hurry hurt hustet
    identitaet idle ieren iert ierte ignore ignored ignorier ignoriere ignorieren ignoring imagepullbackoff impact
    important improve inbound incident include included includes including incorrect increased increasing indeed
    indefinitely indem info informationen informiere informiert infos inhalt insight instabil installiere installieren
    installiert instantly instanzen instead insufficient intern invoke involved ip ip-adressen ip-bereiche ip-ranges
    ips irgendjemand irgendwelche irgendwer isch ische ischen itself jahr jahre jedoch jemand job jobs join juengste
    jumpbox jumphost k8s-version k9s kackt kanal kaputt kaputte kaputten kaputtgemacht kaum kein keine keinen keiner
    keinerlei kenne kennst kennt kept kill kille killen killing kills klappt klappts klar kleine kleiner kleinste
    klemmt klemmts klingelt known kollege komm kommandos komme kommen kommst komplett komplette komplettes
    konfiguriert kontakt kontaktieren konto kopien krank krepiert krieg kritisch kubeconfig kubectl kubelogin
    kubernetes-version kunde kunden kurze lacking laden laedt laesst laeufe laeufst laeuft laeufts lag lage laggt
    laggy lahm lahmend lahmgelegt lahmt landen landet langsam laptop large largest lasst last lasted lasten lasting
    lastverteilung late lately latency later latest lauf laufen laufende laufenden laufenlassen laufzeit lauter leaves
    leaving lebenszeichen lebt leer leere leeren leerraeumen leerzuraeumen left legt lehnen lehnt leise leitung lens
    lesen leser leserechte lesezugriff less level lich liche lichen lie lief liefern liefert liegen liegt liegts lies
    liest life lige likely limited listen living llt local locally loesch loesche loeschen loeschst loeschung log-in
    log-out logg logge login logout long longer look looked looking loop looping loose los lose losing loss loud low
    lowest lucky mac macht made main mainly major makes making male manage managed managing mann manual manually
    manuell many massive match matter max maximal maximum maxreplicas maybe mean means meant meanwhile mehrere
    mehreren meiste meisten meistens meld melde melden meldet meldung meldungen memory memorylimit menge mensch
    mention menue merge merkwuerdig message methode middle migriert mindestens mine minimal minimum minor minreplicas
    mins miss missed misses missing mist mistake mitglied mitsamt mittag mittags mitte mitten mitternacht modus
    moechten moeglichkeit moeglichkeiten moment monat monate monaten monitore monitoren month monthly mostly mounted
    mounting moving mucks muckt muesste mus mute muten mystery nachdem nachmittag nachrichten nachschauen nachsehen
    naechste naechsten naechster naechstes namen namespaces ndet near nearly necessary needed nehme nehmen neither
    nennt nerven netz netze netzwerk netzwerkfehler netzwerkproblem netzwerkprobleme neu neue neuen neuer neues
    neueste neuesten neugestartet neulich neustart neustarten neustarts neuzustarten newer nice nicht nie niemals
    niemand niemanden nige night nightly nimm nimmer nimmt nite nix nnt nochmal nochmals node nodes noetig noise none
    normal normalerweise normally north northeurope not notfall notfallprozess notfallweg notfallzugang notfallzugriff
    notice noticed notready nowhere nsg nslookup numbers nutzbar nutze nutzen nutzer nutzt nxdomain oben objekt
    objekte obvious obviously obwohl occasionally occur occurs oeffentlich oeffentliche oeffentlichen oeffentlicher
    oeffentliches oeffne oeffnen offen offene offenen offline often old older oldest on-call ongoing online oomkilled
    oops opening option optionen ordinary ordnung original originally ort others otherwise ought ourselves outage
    outdated outside own owner owners p0 p1 p2 pager pagerduty pain panic part partial particular particularly pass
    passed passen passiert passierte passing passt passwort patche patchen patience pause paused pausier pausiere
    pausieren pausiert peak pending people percent period permanently persoenliche persoenlichen person piece piept
    pim pim-rolle ping pingen pipeline place plain plan planned platt plattmachen platz plenty ploetzlich plus pod
    pods point pointing poor popped port portal possibly post poste posten posts potentially present privat private
    privaten privater privates prob probably probier probiere probieren problem probleme problemen proceed process
    produktion progress progressing promise promised proper properly provisioning provisioningstate prozess pruef
    pruefe pruefen pruefung public pulled pulling pulls purpose pushing pvc pvcs queued quicker quiet quite raeum
    raeume raeumen raised raising ram ram-verbrauch random randomly range ranges rank ranked rankomme rapidly rare
    rarely rate rates rather raucht raufdrehen raufsetzen rausgeben rausgeklingelt rausgib rausnehmen reader reading
    ready reagieren reagiert real reason reasons rebase reboote rebooten rebootet receive received recent recently
    rechner recht rechte rechten recovering red rede reduced reduzier reduziere reduzieren refused regel regeln region
    regular regularly reicht reingespielt reinkomme reinkommen reinkommt reinnehmen reinwerfen reisst rejected related
    release released releast reliable remain remaining remains renew renewed reparieren repeat repeated repeatedly
    replicaset replika request requested required requires resize resizen resource responsible ressourcen
    ressourcenverbrauch restart restarte restarten restartet restarts restored resumed retries retrying return
    returned revision richtig richtlinie richtlinien rige rise rising risk risky roechelt roll rollback rollbacken
    rolle rollen rollout rolls root rot rotation rotiert rough roughly round route ruckelt rueber rueberwachsen
    rueckgaengig rumgebastelt rumgefummelt rumgeschraubt rumgespielt rumprobiert rumspinnt rumzickt run rund runner
    running runs runterfahren runtergefahren runterladen runtersetzen runterskalieren rush sache sachen saemtliche
    safe safely samt sanity sauber saugt save saw scale scalen schaffen schafft schalt schalte schalten schau schaue
    schauen schaut schauts schedulable schedulbar scheduling scheint scheisse scheitert schick schicke schicken schief
    schiefgegangen schiess schiesse schlaegt schleppend schluessel schmeiss schmeisst schmiert schnelle schnellste
    schnellsten schoen schoene schoenen schoenes schreib schreibe schreiben schreibrechte schreibt schreibzugriff
    schrott schwierigkeiten sec see seemed seen seh sehe sehen seht seitdem sekunde selbe selben selber self seltsam
    sende senden sends senk senke senken sense sent separate serious serve served serves servfail servfails service
    services serving setz setze setzen sev sev0 sev1 sev2 sev3 severe shape share sharp short shortly showed sicher
    sicherste sichtbar sichtbare side sieh siehst sieht siehts sight signal significant silent similar simple simply
    single sinkt situation sitze sitzung size skalier skaliere skalieren skalierst skaliert skalierung skip sleep
    slight slightly slow slower slowly small smaller smoke sobald sodass solange solid solve somebody somehow someone
    sometime sometimes somewhat somewhere soon sooner sort sorted sortier sortiere sortieren sortiert sorting south
    soweit sowohl space spackt spaeter spam spammen special specific specifically speed speicher speicherauslastung
    speicherplatz speicherst speicherverbrauch spent sperr sperre sperren sperrt sperrung spielen spielt spike spiked
    spikes spiking spinnen spinnt split spot spreche sprungserver ssh stable stale stand standing standort start
    starte starten startest startet starved stated states status stay staying stays steady stehts steigt stell stelle
    stellen stellt step stillschalten stimmt stimmts stirbt stoerung stoerungen stoerungssuche stoesst stop stopp
    stoppe stoppen stopping storniere stornieren stoss stosse stossen stottert straight strange streikt stueck stuerzt
    stumm stummschalte stummschalten stupid succeeded suchen sucht sudden suffering suggest super support supposed
    sure surely survive suspend suspende suspended suspenden suspendiere suspendieren swamped symptom tage tagen taken
    talk talking talks tausch tausche tauschen technischen technischer telling terminates terminating terraform
    terrible test teste tested testen testing themselves thereby therefore think thinking thirty thought thread
    threshold throughout tiefe tige tight till tilt time-out time-outs timeout timeouts tiny tired tls together ton
    took top tot totally touch touched tough toward towards traegt trag trage treibt trigger triggered triggering
    triggers true truly tschuess tunnel turn turning tuts twelve twenty twice type types typical typically tzt
    ueberall ueberfordert ueberhaupt ueberlast ueberlastet ueberpruefe ueberpruefen ueberpruefung uebers uebersicht
    ueberwache ueberwachen ueberwachst ueberwacht ueberwachte ueberwachung ugly uhr uhrzeit uk uksouth ukwest umfaellt
    umgebaut umgebungsvariable umgeschaltet umgestellt umkippt umkonfiguriert un unansprechbar unauthorized
    unbenutzbar unbrauchbar unclear uncordon uncordone uncordonen under underneath understood unerreichbar unexpected
    unexpectedly ung ungen ungewoehnlich ungueltig unless unlikely unmoeglich unreachable unschedulable unscheduled
    unstimmigkeiten unsure unten unterbrochen unterschied unterschiede untersuche untersuchen until untouched unusual
    unwatch unwohl unzuverlaessig up update updaten updates updating upgedatet upgegradet upgrade upgraden upon upset
    upstream uptime ursache ursachen ursachenanalyse ursachenforschung used useful useless user using usual usually
    variante various veraendert verbietet verbinde verbinden verbindet verbindung verbindungsabbruch
    verbindungsabbrueche verbindungsfehler verbindungsproblem verbindungsprobleme verbockt verbrauch verbrauchen
    verbraucht verbrauchte verbunden verdammt verfahren verfassung verfolge verfolgen verfolgt verfuegbar verfuegbare
    vergeben vergessen vergiss vergleich vergleiche vergleichen vergroesser vergroessere vergroessern verhungert
    verkleinere verklemmt verlauf verloren vermurkst verpfuscht verreckt verreckte verringere versaut verschwunden
    version versionen verstellt versuch versuche versuchen verteilung verwalten verwaltet verweigert verwende
    verwenden verwerfen verwirf viel viele vieler vielleicht view visible voellig volle vorgestern vorhanden vormittag
    vpn wach wachsen wackelig wackelt waechst waehrend wahrscheinlich waited waiting waits wake wanted warne warnung
    warnungen warten wartet wasted watch watches way we wechsel wechseln wechsle weder week weekend weeks weg
    wegbricht wege weggebrochen weggeflogen weghauen wegnehmen wegraeumen wegwerfen weird weise weiss weist weit
    weiterlaufen weitermachen wem wen wenige weniger wenigsten werfe werfen werft wessen west westeurope whatever
    whenever wherever which whichever whitelist whiteliste whitelisten whoami whoever wichtig wide wiederbeleben
    wieviel wieviele wild win wiped wirf wirfst wirft wirkt wise wish without wlan woanders wobei woche wochen wofuer
    wohlauf woke womit wonder wondering woran word words workload workloads world worried worry worse worst worth wozu
    wrong wuerd wurd wurm x509 yeah year yes yesterday yourself zaeh zahl zeigen zeigst zerlegt zero zerschossen
    zerstoert zertifikat zertifikate zertifikatsfehler zertifikatsproblem zeug zickt zieh ziehe ziehen zieht ziemlich
    zuckt zuerst zugaenge zugaenglich zugang zugangsdaten zugangsweg zugangswege zugelassen zugelassene zugewiesen
    zugreife zugreifen zugreifst zugriff zugriffsfehler zugriffsrechte zugriffsweg zuhause zulassen zuletzt zurueck
    zurueckdrehen zurueckgewiesen zuruecknehmen zurueckrollen zuruecksetzen zurueckziehen zurueckzurollen
    zusammenfassung zusammengebrochen zustimmen zweite zweiten
`;

export const known = `
    abgesagt abgeschossen abrechnung ach adminrolle admins andauernd anfassen angeblich angepasst angeschaut anlangen
    anlegst anruehren anzulegen aufmachen aufsatz aufsetzen aufziehen ausgaben aws bau baue bauen baum behoben
    bereitschaftsplan besprechung bestell bestelle bestellen betreut bezahlt bier billiger bootet brachte brief btw
    buch buche chart cherry-pick clusterrole code configmap confluence cordoned datei datenbank demo develop
    diagnostiziert dienstag dienstplan digitalocean dolmetschen donnerstag draint ecs eks email entstoert entstoerung
    entwarnung entzieh entziehe erhoeht erinner erinnere erklaer erklaere erklaeren eroeffnen erstell erteil erteile
    erteilen erzeug erzeuge erzeugen essen euro eventuell excel fall fass fasse fasst fehlalarm feierabend finger
    firewallregel flug folien form frau freeze freitag freut frozen fussball fyi gcp gecheckt gecordont gedicht
    gedraint gefixt gehoeren gehoert gekillt gelaufen geloest gemerged gemergt geprueft gescheitert geschichte
    geschrieben gewesen gibst gke groesseren gute guter gutes haeufig haeufigsten haha half helft hilft hochskaliert
    hoffe hotline ingress installier issue jep jira jo kaffee kalender kantine klasse knotenpool kollegin kosten
    kostet kuchen kuemmer kuemmere kuemmern kuemmert laufend leg lege legst lied loescht lol mail manifest master
    meeting merci merged mergen mergst microsoft migration migriere migrieren minikube mittagessen mittagspause
    mittwoch modul montag mr muessten nee nein nervt nocheinmal nodepool nodepools oeftesten oh oom openshift
    organisiere patcht pdf peering perfekt pizza pool pools postmortem powerpoint pr preis preise prima prueft puh
    pull-request punkt quartal rancher raum rca rebas rebasen rechnung registry reise repariert rest retro reviewen
    rezept roadmap rockt rolebinding rolebindings rom rufbereitschaft runbook runde runterskaliert samstag schichtplan
    schliess schliesse schliessen schlug schulung script secret sei seil serviceaccount skript sollen sonntag sprint
    squash standup startete stockt stuerzen subnet subnetz subscription termin testet teuer text ticket tickets tisch
    toll tolle toller tor touchen triggere triggern uebergabe uebernehme uebernehmen uebersetz uebersetze uebersetzen
    uebersetzt uebersetzung uebrigens umbenennen umgebungsvariablen ungesund urlaub variable vault verantwortet
    verfasse vergesst verhindert verkleinern verlaengert vermute verschiebe verschieben verschoben vms vnet vorige
    vorlage wart warte wartung wartungsfenster weis weiter weiteren werde weswegen wetter wieoft wiki willkommen witz
    wochenende wollten yaml yml zahlt zurueckgerollt zusammenfassen zuweisen
`;

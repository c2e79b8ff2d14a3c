// English words that people say of clusters and that nothing in one is called by.
export const noNames = `
    uk uksouth ukwest northeurope westeurope eastus portal provisioning provisioningstate outage
    eleven twelve fifteen twenty thirty forty fifty hundred endpoints external on-call autoscaler disk disks pressure upstream adding quota accidentally according actual advance afternoon age agree ahead alive almost alone along alright although
    altogether among amount angry anyhow anyway anywhere appear appearing appears approval approvals approve
    approved approves approximately attached attempt attempts average avoid awake aware away backlog backwards
    badly bail barely based basically becoming beginning belong beyond big bigger biggest blame blocks booting
    briefly brought bunch burning careful case caught causes certain chance clean cleanup clearly click close
    closer common compare compared completely concern confirm confirmed consider considering consuming contact
    contains continue cool correct correctly costing course crazy creates creating critical culprit cursed cut
    cutting daily date days deal dealing decide declared deep default defaults definitely delay delayed
    deleting depends desired despite detached difficult direct directly disappear disappearing disconnect
    distributed doubt dozen each early east easy else emergency empty ended endless enough environment
    especially europe evening eventually ever every everybody exact exactly example except exist existing
    exists exit exited exits expect expected expiration expire expires expiring expiry explain explode
    exploding extra face fact fairly false far faster feel felt fill filled filling fills final finally find
    fine finishes firing first fit fits floating force forced forever forgot frequently fresh friday front
    fully further gave general generally given giving glass good gotten grab great grep grew ground growing
    grows guess halfway hammered hand handled happy hard hardly head healthier heavily heavy heck helpful
    higher highest hits hitting holding holds hopefully hot hourly however huge hurry hurt idle ignore ignored
    ignoring impact important improve inbound include included includes including incorrect increased
    increasing indeed indefinitely insight instantly instead insufficient involved itself join kept killing
    kills known lacking lag large largest lasted lasting late lately latency later latest leaves leaving left
    less level lie life likely limited living local locally long longer look looked looking loop looping loose
    lose losing loss loud low lowest lucky made main mainly major makes making manage managed managing manual
    manually many massive match matter maximum maybe mean means meant meanwhile mention message middle mine
    minimum minor mins miss missed misses missing mistake moment month monthly mostly mounted mounting moving
    mystery near nearly necessary needed neither newer nice night nightly nite noise none normal normally
    north notice noticed nowhere nslookup numbers nxdomain obvious obviously occasionally occur occurs offline
    often old older oldest ongoing oops opening ordinary original originally others otherwise ought ourselves
    outdated outside own owner owners p0 p1 p2 pain panic part partial particular particularly pass passed
    passing patience paused peak people percent period permanently person piece place plain plan planned
    plenty pls plus point pointing poor popped possibly potentially present prob probably proceed process
    progress progressing promise promised proper properly pulled pulling pulls purpose pushing queued quicker
    quiet quite raised raising ran random randomly rapidly rare rarely rate rates rather reading ready real
    reason reasons receive received recent recently recovering red reduced region regular regularly related
    released reliable remain remaining remains renew renewed repeat repeated repeatedly requested required
    requires responsible restored resumed retries retrying return returned rise rising risk risky rolls rough
    roughly round rush safe safely sanity save saw sec see seemed seen self sends sense sent separate serious
    serve served serves servfail servfails serving sev sev0 sev1 sev2 sev3 severe shape share sharp short
    shortly showed side sight significant silent similar simple simply single situation size skip sleep slight
    slightly slow slower slowly small smaller smoke solid solve somebody somehow someone sometime sometimes
    somewhat somewhere soon sooner sorted south space special specific specifically speed spent spike spiked
    spikes spiking split spot stable stale standing starved stated states status stay staying stays steady
    step stopping straight strange stupid sudden suffering suggest super supposed sure surely survive suspend
    suspended swamped symptom taken talk talking talks telling terminates terrible test tested testing
    themselves thereby therefore think thinking thought threshold throughout tight till tiny tired together
    took total totally touch tough toward towards trigger triggered triggering triggers true truly turn
    turning twice type types typical typically ugly unclear under underneath understood unexpected
    unexpectedly unless unlikely unscheduled unsure until untouched unusual updates updating upon upset uptime
    used useful useless using usual usually various view visible waited waiting waits wake wanted wasted way
    week weekend weeks weird west whatever whenever wherever whichever whoever wide wild win wiped wise wish
    without woke wonder wondering word words world worried worry worse worst worth wrong yeah year yes
    yesterday yourself zero
    evicted completed failed finished succeeded sort sorted sorting rank ranked
`;

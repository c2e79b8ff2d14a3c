// English words that people say of clusters and that nothing in one is called by.
export const noNames = `
    accidentally according actual advance age ahead almost alone altogether among amount angry anyhow anyway
    anywhere appear appears approval approvals approximately attached attempt attempts average avoid awake
    aware backlog backwards badly bail barely based basically becoming beginning belong beyond big biggest
    blame blocks booting briefly brought bunch burning careful caught causes certain clean cleanup clearly
    click close closer common compare compared concern confirm confirmed consider considering consuming
    contains continue correct correctly costing course crazy creates creating critical culprit cursed cut
    cutting daily date deal dealing decide declared default defaults definitely delay delayed deleting depends
    desired despite detached difficult direct directly disappear disconnect distributed dozen each early
    easy emergency ended endless environment especially eventually exact except exists exit exited exits
    expect expected expire expires expiring expiry expiration renew renewed disappearing appearing explain explode exploding face fact fairly faster feel felt
    fill filled filling fills final finally finishes firing fit fits floating force forced forgot frequently
    fresh front further gave general given giving glass gotten grab grew ground growing grows halfway hammered
    hand handled hardly head healthier heavily heavy heck helpful higher highest hits hitting holding holds
    hopefully hot hourly however huge hurry hurt idle ignore ignored ignoring impact important improve inbound
    include included includes including incorrect increased increasing indeed indefinitely insight instantly
    instead insufficient involved itself kept killing kills known lacking lag large largest lasted lasting
    late latency later leaves leaving left level lie likely limited living local locally loop looping loose
    lose losing loss loud lowest lucky made main mainly major makes making manage managed managing manually
    massive match maximum mean means meanwhile mention middle mine minimum minor miss missed misses mistake
    monthly mostly mounted mounting moving mystery near nearly necessary needed neither newer nightly nite
    normally notice noticed nowhere numbers obvious obviously occur occurs often oldest ongoing oops opening
    ordinary original originally otherwise ought ourselves outdated outside owners pain panic partial
    particular particularly pass passed passing patience paused peak percent period permanently person piece
    plain plenty plus pointing poor popped possibly potentially prob proceed process progressing promise
    promised pulled pulling pulls purpose pushing queued quicker quite raised raising ran random rapidly rare
    rarely rate rates reading reasons received recovering red reduced regular regularly related released
    reliable remain remaining remains repeat repeated repeatedly requested required requires responsible
    restored resumed retries retrying return returned rise rising risk risky rolls roughly round rush safely
    sanity save seemed self sends sense sent separate serious serve served serves serving severe share sharp
    shortly showed sight significant silent similar simple single situation size skip sleep slight slightly
    slower small smaller smoke solid solve sometime somewhat somewhere soon sooner sorted space special
    specific specifically speed spent spike spiked spikes spiking split spot stale standing starved stated
    states stay staying stays steady step stopping straight stupid sudden suffering suggest super supposed
    surely survive suspend suspended swamped symptom taken talking talks telling terminates terrible tested
    themselves thereby therefore thinking thought threshold throughout tight till tiny tired together tough
    toward towards trigger triggered triggering triggers truly turning twice types typical typically ugly
    unclear under underneath understood unexpected unexpectedly unlikely unscheduled unsure untouched unusual
    updates updating upon upset uptime useful useless usual usually various west east north south europe region grep nslookup mins sev sev0 sev1 sev2 sev3 p0 p1 p2 servfail servfails nxdomain sec pls status waited waiting waits wake
    wanted wasted weeks wherever whichever whoever wild win wiped woke wondering word words world worried
    worry worse worth zero
`;

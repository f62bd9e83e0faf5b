### Was schiefging und was man tun kann: ein Paar für jede Zeile der Fehlertabelle.
### Stil: keine Anrede; Ratschläge im Infinitiv.

## Die Befehlszeile

usage-unknown-command = Einen Befehl „{ $command }“ gibt es nicht.
usage-unknown-command-hint = { $suggestion ->
    [none] „{ $program } --help“ zeigt, was es gibt.
   *[other] War „{ $suggestion }“ gemeint? „{ $program } --help“ zeigt, was es gibt.
}
usage-two-commands = „{ $first }“ und „{ $second }“ sind zwei Befehle.
usage-two-commands-hint = Einen Befehl zur Zeit geben, einen Aufruf nach dem anderen.
usage-unknown-option = Eine Option „{ $option }“ gibt es nicht.
usage-unknown-option-hint = { $suggestion ->
    [none] „{ $program } --help“ zeigt, was es gibt.
   *[other] War „{ $suggestion }“ gemeint? „{ $program } --help“ zeigt, was es gibt.
}
usage-missing-value = Die Option „{ $option }“ braucht einen Wert.
usage-missing-value-hint = Den Wert dahinter schreiben: „{ $option } WERT“. Siehe „{ $program } --help“.
usage-surplus-value = Die Option „{ $option }“ nimmt keinen Wert.
usage-surplus-value-hint = „{ $option }“ allein schreiben. Siehe „{ $program } --help“.
usage-bad-value = „{ $value }“ ergibt bei „{ $option }“ keinen Sinn.
usage-bad-value-hint = „{ $program } --help“ zeigt, was „{ $option }“ erwartet.
usage-twice = Die Option „{ $option }“ steht zweimal da.
usage-twice-hint = Sie nur einmal angeben.
usage-conflict = „{ $option }“ und „{ $other }“ gehen nicht zusammen.
usage-conflict-hint = Eine von beiden weglassen.
usage-misplaced-option = Die Option „{ $option }“ bewirkt bei diesem Befehl nichts.
usage-misplaced-option-hint = Sie gehört zu diesen Befehlen: { $commands }
usage-bad-profile = Das Anwendungsprofil { $path } ist nicht brauchbar.
usage-bad-profile-hint = Der Ordner muss ein lesbares profile.toml und ein root.json enthalten. Am besten dort, wo er herkommt, um eine neue Kopie bitten.
usage-bad-certificates = { $path } enthält keine brauchbaren Zertifikate.
usage-bad-certificates-hint = Mit --ca eine Datei mit Zertifikaten im PEM-Format nennen.
usage-no-certificates = Die Datei { $path } mit Zertifizierungsstellen lässt sich nicht lesen.
usage-no-certificates-hint = Den Namen nach --ca prüfen: Es muss eine lesbare Datei mit Zertifikaten in PEM-Form sein.
usage-bad-proxy = { $host } ist als Proxy nicht brauchbar.
usage-bad-proxy-hint = Den Wert von --proxy prüfen.
usage-no-home = Dieses Konto hat keinen eigenen Ordner.
usage-no-home-hint = HOME setzen oder mit einem Konto starten, das einen eigenen Ordner hat.
usage-no-such-data = { $path } ist kein Ordner mit Daten dieser Anwendung.
usage-no-such-data-hint = { $folders ->
    [none] Diese Anwendung nennt keinen Ordner mit Daten, oder es gibt keinen.
   *[other] Einen von diesen genau so angeben, wie er hier steht: { $folders }
}
usage-no-consent = Das Entfernen einer Anwendung muss bestätigt werden, und hier kann niemand gefragt werden.
usage-no-consent-hint = Mit --yes noch einmal starten, wenn die Anwendung entfernt werden soll.
usage-no-face = Das Fenster konnte nicht geöffnet werden, und hier ist kein Terminal, in dem gefragt werden könnte.
usage-no-face-hint = In einem Terminal starten: { $command }

## Das Verzeichnis der Veröffentlichungen

repository-unreachable = { $place } war nicht zu erreichen oder hat nicht richtig geantwortet (gefragt war { $file }).
repository-unreachable-hint = Internetverbindung und Proxy-Einstellungen prüfen und noch einmal versuchen. Es wurde nichts verändert.
repository-not-there = Bei { $place } gibt es keine Veröffentlichungen: { $file } fehlt.
repository-not-there-hint = Die Adresse prüfen. Stimmt sie, bitte dem Herausgeber der Anwendung Bescheid geben.
repository-too-long = { $place } hat mehr als die { BYTES($limit) } geschickt, die { $file } haben darf.
repository-too-long-hint = Dem Server oder etwas auf dem Weg dorthin ist nicht zu trauen. Ein anderes Netz versuchen und, wenn es wieder geschieht, dem Herausgeber Bescheid geben.
repository-offline = Die Veröffentlichungen liegen bei { $place }, und --offline verbietet, dort nachzusehen.
repository-offline-hint = Ohne --offline starten oder mit --repository einen Ordner mit Veröffentlichungen nennen.

## Vertrauen

trust-expired = Die Unterschrift des Herausgebers für „{ $role }“ galt bis { $expires }; die Uhr dieses Computers sagt { $now }.
trust-expired-hint = Datum und Uhrzeit dieses Computers prüfen. Stimmen sie, muss der Herausgeber die Unterschrift erneuern: bitte Bescheid geben und es später noch einmal versuchen.
trust-clock-behind = Die Unterschrift des Herausgebers für „{ $role }“ galt bis { $expires }. Die Uhr dieses Computers sagt { $now }, aber es war { $known }, als dieses Programm entstand oder zuletzt lief.
trust-clock-behind-hint = Datum und Uhrzeit dieses Computers prüfen. Ging die Uhr früher falsch und geht jetzt richtig, die Anwendung entfernen und neu installieren.
trust-threshold = „{ $role }“ ist nur mit { COUNT($have) } der { COUNT($need) } nötigen Schlüssel unterschrieben.
trust-threshold-hint = Nichts aus dieser Quelle installieren. Die Veröffentlichung wurde verändert, oder zu wenige haben sie unterschrieben. Bitte dem Herausgeber Bescheid geben.
trust-rollback = Der Server bietet Stand { $offered } von „{ $role }“ an, älter als der schon bekannte Stand { $trusted }.
trust-rollback-hint = Der Server oder etwas auf dem Weg dorthin zeigt einen alten Stand. Ein anderes Netz oder einen anderen Spiegel versuchen; bleibt es dabei, bitte dem Herausgeber Bescheid geben.
trust-malformed = { $file } sieht nicht aus wie eine Datei des Herausgebers.
trust-malformed-hint = Vielleicht hat die Anmeldeseite des Netzes statt des Servers geantwortet: eine beliebige Webseite öffnen, sich anmelden und noch einmal versuchen. Bleibt es dabei, bitte dem Herausgeber Bescheid geben.
trust-web-page = Statt { $file } kam eine Webseite.
trust-web-page-hint = Dieses Netz verlangt vermutlich eine Anmeldung: eine beliebige Webseite öffnen, sich anmelden und noch einmal versuchen.
trust-inconsistent = Die Dateien des Herausgebers passen nicht zusammen, bei { $file }.
trust-inconsistent-hint = Vielleicht wird gerade etwas veröffentlicht: in ein paar Minuten noch einmal versuchen. Bleibt es dabei, bitte dem Herausgeber Bescheid geben.
trust-many-roots = Die Schlüssel des Herausgebers haben sich mehr als { COUNT($limit) } Mal geändert, seit dieser Computer zuletzt nachsah.
trust-many-roots-hint = Neu starten: Es geht von hier aus weiter.
trust-other-application = Das ist eine Veröffentlichung von { $found }, nicht von { $expected }.
trust-other-application-hint = Die Adresse der Veröffentlichungen prüfen. Stimmt sie, bitte dem Herausgeber Bescheid geben.
trust-unsupported = { $file } verwendet etwas, das dieses Programm nicht kennt: { $feature }.
trust-unsupported-hint = Den neuesten Installer vom Herausgeber holen.
trust-mismatch = { $file } ist nicht die Datei, die der Herausgeber unterschrieben hat.
trust-mismatch-hint = Die Datei wurde verändert oder beschädigt und nicht verwendet. Noch einmal oder in einem anderen Netz versuchen; bleibt es dabei, bitte dem Herausgeber Bescheid geben.
trust-too-long = { $file } ist länger als die erlaubten { BYTES($limit) }.
trust-too-long-hint = Die Datei wurde nicht verwendet. Bitte dem Herausgeber Bescheid geben.
trust-floor = Der Server bietet { $offered } an; dieser Installer nimmt nichts unter { $floor }.
trust-floor-hint = Der Server oder etwas auf dem Weg dorthin zeigt einen alten Stand. Ein anderes Netz oder einen anderen Spiegel versuchen; bleibt es dabei, bitte dem Herausgeber Bescheid geben.
trust-newer-format = { $file } hat das Format { $format }; dieses Programm liest Formate bis { $supported }.
trust-newer-format-hint = Den neuesten Installer vom Herausgeber holen.

## Der Plan

plan-older = Installiert ist { $installed }; die ältere Version { $offered } kommt nicht darüber.
plan-older-hint = Wer die ältere Version will, entfernt zuerst die installierte. Eigene Daten bleiben.
plan-replaced = Version { $version } wurde neu veröffentlicht, und der Server bietet die frühere der beiden an.
plan-replaced-hint = Der Server oder etwas auf dem Weg dorthin zeigt einen alten Stand. Ein anderes Netz oder einen anderen Spiegel versuchen; bleibt es dabei, bitte dem Herausgeber Bescheid geben.
plan-below-floor = Version { $offered } hat bekannte Sicherheitslücken; der Herausgeber lässt nichts unter { $floor } mehr zu.
plan-below-floor-hint = Eine neuere Version verwenden. Gibt es keine, dem Herausgeber Bescheid geben.
plan-not-installed = Die Anwendung ist hier nicht installiert.
plan-not-installed-hint = Sie zuerst installieren oder ihren Ordner mit --prefix nennen.
    .window = Sie zuerst installieren.
plan-no-previous = Es gibt keine frühere Version, zu der zurückgekehrt werden könnte.
plan-no-previous-hint = Nach jeder Aktualisierung wird die Version davor behalten, und nur diese. Was installiert ist, bleibt, wie es ist.
plan-other-application = In dem Ordner ist { $installed }; { $offered } kann nicht dorthin installiert werden.
plan-other-application-hint = Mit --prefix einen anderen Ordner wählen.
    .window = Einen anderen Ordner wählen.
plan-no-python = Es wurde kein passendes Python gefunden. Nötig: { $needed }.
plan-no-python-hint = Ein solches Python von python.org oder mit der Paketverwaltung des Systems installieren oder eines mit --python nennen.
    .window = Ein solches Python von python.org oder mit der Paketverwaltung des Systems installieren.
plan-other-python = { $asked } war verlangt und lässt sich nicht verwenden. Gebraucht wird: { $needed }.
plan-other-python-hint = Mit --python ein anderes Python nennen oder die Option weglassen: Dann wird ein passendes gesucht. Die Einzelheiten sagen, was gefunden wurde.
plan-no-wheel = Für diesen Computer ({ $platform }, Python { $python }) gibt es kein fertiges Paket von: { $packages }.
plan-no-wheel-hint = Mit --python ein anderes Python versuchen. Sonst den Herausgeber bitten, diesen Computer zu unterstützen.
    .window = Eine andere Version von Python installieren. Sonst den Herausgeber bitten, diesen Computer zu unterstützen.
plan-no-compiler = Diese Pakete müssen auf diesem Computer gebaut werden, aber ein funktionierender C-Compiler mit den Headern von Python fehlt: { $packages }.
plan-no-compiler-hint = Einen C-Compiler und die Entwicklungsdateien von Python installieren (unter Debian: build-essential und python3-dev) oder mit --python ein anderes Python versuchen.
    .window = Einen C-Compiler und die Entwicklungsdateien von Python installieren (unter Debian: build-essential und python3-dev).
plan-bad-lock = Die Veröffentlichung widerspricht sich beim Paket { $package }.
plan-bad-lock-hint = Das ist ein Fehler des Herausgebers: bitte Bescheid geben. Es wurde nichts verändert.

## Herunterladen

fetch-unreachable = { $artifact } ließ sich nicht herunterladen: { $host } war nicht zu erreichen.
fetch-unreachable-hint = Internetverbindung und Proxy-Einstellungen prüfen und neu starten: Was schon da ist, bleibt erhalten.
fetch-server = { $artifact } ließ sich nicht herunterladen: { $host } antwortete mit Fehler { $status }.
fetch-server-hint = Später noch einmal versuchen: Was schon da ist, bleibt erhalten.
fetch-not-found = { $artifact } ist an keinem der Orte, an denen es sein sollte.
fetch-not-found-hint = Wurde ein Index, ein Spiegel oder ein Ordner angegeben, dort nach der Datei sehen. Sonst bitte dem Herausgeber Bescheid geben.
fetch-cut = Die Verbindung brach ab, während { $artifact } kam: { BYTES($have) } von { BYTES($size) } sind da.
fetch-cut-hint = Neu starten: Es geht dort weiter, wo es aufhörte.
fetch-short = { $artifact } war zu früh zu Ende: { BYTES($have) } statt { BYTES($size) }.
fetch-short-hint = Der Server oder ein Proxy schickt eine unvollständige Datei. Neu starten oder ein anderes Netz oder einen anderen Spiegel versuchen.
fetch-too-long = { $artifact } ist länger als die { BYTES($size) }, die der Herausgeber unterschrieben hat.
fetch-too-long-hint = Die Datei wurde nicht verwendet. Ein anderes Netz oder einen anderen Spiegel versuchen; bleibt es dabei, bitte dem Herausgeber Bescheid geben.
fetch-wrong-hash = { $artifact } von { $host } ist nicht die Datei, die der Herausgeber unterschrieben hat.
fetch-wrong-hash-hint = Die Datei wurde unterwegs verändert oder beschädigt und nicht verwendet. Ein anderes Netz oder einen anderen Spiegel versuchen; bleibt es dabei, bitte dem Herausgeber Bescheid geben.
fetch-login-page = { $host } hat mit einer Webseite statt mit der Datei geantwortet.
fetch-login-page-hint = Dieses Netz verlangt vermutlich eine Anmeldung: eine beliebige Webseite öffnen, sich anmelden und neu starten.
fetch-slow = { $host } schickt { $artifact } zu langsam.
fetch-slow-hint = Später oder in einem anderen Netz neu starten: Es geht dort weiter, wo es aufhörte.
fetch-redirect = { $host } schickt das Herunterladen von { $artifact } im Kreis oder an einen unsicheren Ort.
fetch-redirect-hint = Ein anderes Netz oder einen anderen Spiegel versuchen; bleibt es dabei, bitte dem Herausgeber Bescheid geben.
fetch-confused = { $host } antwortet bei { $artifact } so, dass es keinen Sinn ergibt.
fetch-confused-hint = Später noch einmal oder einen anderen Spiegel oder Index versuchen.
fetch-tls = { $issuer ->
    [unknown] Die Verbindung zu { $host } ist nicht sicher: Dieser Computer vertraut ihrem Zertifikat nicht.
   *[other] Die Verbindung zu { $host } ist nicht sicher: Ihr Zertifikat kommt von { $issuer }, und dem vertraut dieser Computer nicht.
}
fetch-tls-hint = In einer Firma prüft vielleicht das Netz die Verbindungen: nach dessen Zertifizierungsstelle fragen und die Datei mit --ca nennen. Anderswo ein anderes Netz verwenden.
    .window = In einer Firma prüft vielleicht das Netz die Verbindungen: Wer diesen Computer betreut, kann ihn der Zertifizierungsstelle der Firma vertrauen lassen. Anderswo ein anderes Netz verwenden.
fetch-proxy = { $proxy ->
    [unknown] Der Proxy auf dem Weg zu { $host } verlangt Name und Passwort oder lehnt die angegebenen ab.
   *[other] Der Proxy { $proxy } verlangt Name und Passwort oder lehnt die angegebenen ab.
}
fetch-proxy-hint = Sie mit --proxy http://NAME:PASSWORT@RECHNER:PORT angeben.
fetch-proxy-unreachable = Der Proxy { $proxy } ist nicht erreichbar, darum ließ sich { $host } nicht fragen.
fetch-proxy-unreachable-hint = Name und Port des Proxys prüfen: nach --proxy, in den Variablen http_proxy und https_proxy oder in den Einstellungen des Systems. Was schon da ist, bleibt erhalten.
    .window = Name und Port des Proxys prüfen: in den Variablen http_proxy und https_proxy oder in den Einstellungen des Systems. Was schon da ist, bleibt erhalten.
fetch-login = { $host } verlangt Name und Passwort oder lehnt die angegebenen ab.
fetch-login-hint = Sie in der Adresse angeben, https://NAME:PASSWORT@RECHNER/…, dort, wo sie genannt wurde: --index-url, --mirror oder --repository. War keine Adresse genannt, den Herausgeber verständigen.
    .window = Sie dort, wo die Adresse genannt wurde, in ihr angeben: https://NAME:PASSWORT@RECHNER/…. War keine Adresse genannt, den Herausgeber verständigen.
fetch-offline = { $count ->
    [one] Eine Datei fehlt, und --offline verbietet, sie herunterzuladen: { $artifacts }
   *[other] { COUNT($count) } Dateien fehlen, und --offline verbietet, sie herunterzuladen: { $artifacts }
}
fetch-offline-hint = Die Dateien in einen Ordner legen und ihn mit --find-links nennen oder ohne --offline starten.

## Die Festplatte

disk-full = In { $folder } ist nicht genug Platz.
disk-full-hint = Platz schaffen oder einen anderen Ordner wählen: mit --prefix für die Anwendung, mit der Variablen XDG_CACHE_HOME für die Downloads. Was schon heruntergeladen ist, bleibt erhalten.
    .window = Platz schaffen. Was schon heruntergeladen ist, bleibt erhalten.
disk-no-room = In { $folder } werden { BYTES($needed) } gebraucht, und { BYTES($free) } sind frei.
disk-no-room-hint = Platz schaffen oder einen anderen Ordner wählen: mit --prefix für die Anwendung, mit der Variablen XDG_CACHE_HOME für die Downloads. Was schon heruntergeladen ist, bleibt erhalten.
    .window = Platz schaffen. Was schon heruntergeladen ist, bleibt erhalten.
disk-rights = { $path } darf nicht geschrieben werden.
disk-rights-hint = Die Rechte ändern oder mit --prefix einen anderen Ordner wählen. Administratorrechte sind nicht nötig.
    .window = Die Rechte ändern. Administratorrechte sind nicht nötig.
disk-foreign-home = Der persönliche Ordner { $path } gehört einem anderen Konto als dem, mit dem dies läuft. Dort wurde nichts geschrieben.
disk-foreign-home-hint = Ohne sudo starten; Administratorrechte sind nicht nötig. Um für dieses Konto selbst zu installieren: sudo -H.
disk-name = { $path } lässt sich nicht anlegen: Der Name ist zu lang oder hat Zeichen, die dort nicht erlaubt sind.
disk-name-hint = Mit --prefix einen Ordner mit kürzerem Namen wählen, weit oben auf der Platte.
    .window = Einen Ordner mit kürzerem Namen wählen, weit oben auf der Platte.
disk-no-rename = In { $folder } lassen sich Dateien nicht umbenennen.
disk-no-rename-hint = Einen Ordner auf einer anderen Platte wählen: mit --prefix für die Anwendung, mit der Variablen XDG_CACHE_HOME für die Downloads.
    .window = Einen Ordner auf einer anderen Platte wählen (mit der Variablen XDG_CACHE_HOME für die Downloads).
disk-no-links = In { $folder } sind keine symbolischen Verknüpfungen möglich, und die Anwendung braucht sie.
disk-no-links-hint = Mit --prefix einen Ordner auf einer anderen Platte wählen; auf Sticks und Netzlaufwerken gibt es oft keine Verknüpfungen.
    .window = Einen Ordner auf einer anderen Platte wählen; auf Sticks und Netzlaufwerken gibt es oft keine Verknüpfungen.
disk-no-locks = In { $folder } lassen sich Dateien nicht sperren, so dass zwei Installationen einander stören könnten.
disk-no-locks-hint = Einen Ordner auf der eigenen Platte dieses Computers wählen: mit --prefix für die Anwendung, mit der Variablen XDG_CACHE_HOME für die Downloads.
    .window = Einen Ordner auf der eigenen Platte dieses Computers wählen (mit der Variablen XDG_CACHE_HOME für die Downloads).
disk-no-execution = In { $folder } dürfen keine Programme gestartet werden; die Anwendung könnte dort nicht laufen.
disk-no-execution-hint = Mit --prefix einen Ordner wählen, in dem Programme laufen dürfen.
    .window = Einen Ordner wählen, in dem Programme laufen dürfen.
disk-no-room-for-files = In { $folder } werden etwa { COUNT($needed) } Dateien angelegt, und die Platte hat noch Platz für { COUNT($free) }.
disk-no-room-for-files-hint = Dort Dateien entfernen oder mit --prefix einen Ordner auf einer anderen Platte wählen.
    .window = Dort Dateien entfernen oder einen Ordner auf einer anderen Platte wählen.
disk-path-too-long = Der Pfad { $folder } ist zu lang: Er darf { COUNT($most) } Zeichen haben, damit sich die Dateien darin benennen lassen.
disk-path-too-long-hint = Mit --prefix einen Ordner mit kürzerem Pfad wählen.
    .window = Einen Ordner mit kürzerem Pfad wählen.
disk-names-too-short = Dateinamen in { $folder } dürfen nur { COUNT($most) } Zeichen haben; { COUNT($needed) } werden gebraucht. Verschlüsselte Ordner sind oft so.
disk-names-too-short-hint = Mit der Variablen XDG_CACHE_HOME einen anderen Ordner für die Downloads wählen.
disk-other = { $path } ließ sich nicht lesen oder schreiben.
disk-other-hint = Was das System dazu sagte, steht bei den Einzelheiten. Nachsehen, ob dort etwas anderes steht oder es benutzt, und noch einmal versuchen; unter Windows hält vielleicht ein Virenscanner die Datei fest.

limit-open-files = Dieses Konto darf nur { COUNT($limit) } Dateien zugleich offen haben; { COUNT($needed) } werden gebraucht.
limit-open-files-hint = Die Grenze anheben („ulimit -n“) oder jemanden fragen, der diesen Computer betreut.
limit-file-size = Dieses Konto darf nur Dateien bis { BYTES($limit) } schreiben; { BYTES($needed) } werden gebraucht.
limit-file-size-hint = Die Grenze anheben („ulimit -f“) oder jemanden fragen, der diesen Computer betreut.

## Die Umgebung

environment-runtime = Das mitgelieferte Python ließ sich nicht auspacken oder läuft nicht.
environment-runtime-hint = Python von python.org installieren und mit --python nennen, und bitte dem Herausgeber Bescheid geben.
    .window = Python von python.org installieren, und bitte dem Herausgeber Bescheid geben.
environment-create = Python konnte keine Umgebung für die Anwendung anlegen.
environment-create-hint = Die Einzelheiten sagen, warum. Mit --python ein anderes Python oder mit --prefix einen anderen Ordner versuchen.
    .window = Die Einzelheiten sagen, warum. Einen anderen Ordner wählen oder eine andere Version von Python installieren.
environment-start = { $program } ließ sich nicht starten.
environment-start-hint = Die Einzelheiten sagen, warum. Vielleicht sind Programme in diesem Ordner verboten: mit --prefix einen anderen wählen.
    .window = Die Einzelheiten sagen, warum. Vielleicht sind Programme in diesem Ordner verboten: einen anderen wählen.
environment-wheel-refused = { $wheel } enthält etwas, das in kein Paket gehört, und wurde nicht installiert.
environment-wheel-refused-hint = Die Einzelheiten sagen, was. Bitte dem Herausgeber Bescheid geben. Es wurde nichts verändert.
environment-pip = Die Pakete ließen sich nicht installieren.
environment-pip-hint = Was pip dazu sagte, steht bei den Einzelheiten. Es wurde nichts verändert; geschieht es wieder, bitte dem Herausgeber Bescheid geben.
environment-pip-python = Das pip der Veröffentlichung ({ $pip }) läuft nicht unter Python { $python }.
environment-pip-python-hint = Mit --python ein anderes Python nennen, und bitte dem Herausgeber Bescheid geben.
    .window = Eine andere Version von Python installieren, und bitte dem Herausgeber Bescheid geben.
environment-hash = Ein Paket ist nicht das, was der Herausgeber unterschrieben hat; pip hat es abgelehnt.
environment-hash-hint = Die Festplatte oder ein anderes Programm verändert Dateien. Es wurde nichts umgeschaltet; noch einmal versuchen.
environment-build = { $package } ließ sich auf diesem Computer nicht bauen.
environment-build-hint = Die Meldungen stehen bei den Einzelheiten; oft fehlen die Entwicklungsdateien einer Bibliothek. Für ein anderes Python gibt es vielleicht ein fertiges Paket: --python versuchen.
    .window = Die Meldungen stehen bei den Einzelheiten; oft fehlen die Entwicklungsdateien einer Bibliothek. Für ein anderes Python gibt es vielleicht ein fertiges Paket.
environment-no-headers = { $package } muss auf diesem Computer gebaut werden, aber zu { $python } fehlen die C-Header.
environment-no-headers-hint = Die Entwicklungsdateien von Python installieren (unter Debian: python3-dev) oder mit --python ein anderes Python versuchen.
    .window = Die Entwicklungsdateien von Python installieren (unter Debian: python3-dev).
environment-no-command = Die Veröffentlichung hat entgegen ihrer Angabe keinen Befehl „{ $command }“.
environment-no-command-hint = Das ist ein Fehler des Herausgebers: bitte Bescheid geben. Es wurde nichts umgeschaltet.
environment-changed = Nach der Installation war { $path } nicht so, wie es sein sollte.
environment-changed-hint = Die Festplatte oder ein anderes Programm (ein Virenscanner?) verändert Dateien. Es wurde nichts umgeschaltet; noch einmal versuchen.
environment-check = Die installierten Pakete passen nicht zusammen.
environment-check-hint = Das ist ein Fehler in der Veröffentlichung: bitte dem Herausgeber Bescheid geben. Es wurde nichts umgeschaltet.
environment-smoke-test = Die frisch installierte Anwendung startet nicht.
environment-smoke-test-hint = Was sie dazu sagte, steht bei den Einzelheiten. Es wurde nichts umgeschaltet; bitte dem Herausgeber Bescheid geben.
environment-time = Ein Schritt der Installation brauchte zu lange und wurde beendet.
environment-time-hint = Noch einmal versuchen, wenn der Computer weniger zu tun hat. Es wurde nichts umgeschaltet.

## Umschalten

activate-launcher-taken = { $path } gehört zu etwas anderem und wurde nicht überschrieben.
activate-launcher-taken-hint = Die Datei verschieben oder entfernen und neu starten.
activate-unsafe = { $path } ist eine Verknüpfung, gehört jemand anderem oder ist für andere beschreibbar. Es wurde nicht benutzt.
activate-unsafe-hint = Den anderen das Schreibrecht nehmen (chmod go-w), es entfernen oder einen anderen Ordner wählen: mit --prefix für die Anwendung, mit der Variablen XDG_CACHE_HOME für die Downloads.
    .window = Den anderen das Schreibrecht nehmen (chmod go-w), es entfernen oder einen anderen Ordner wählen (mit der Variablen XDG_CACHE_HOME für die Downloads).
activate-anothers = Die Installation in { $folder } gehört einem anderen Konto: { $owner }.
activate-anothers-hint = Nur dieses Konto kann sie ändern oder entfernen. Mit --prefix einen anderen Ordner wählen.
    .window = Nur dieses Konto kann sie ändern oder entfernen. Einen anderen Ordner wählen.
activate-damaged-receipt = { $path } ist beschädigt und sagt deshalb nicht, was zur Installation gehört.
activate-damaged-receipt-hint = Dieses Programm ohne Befehl starten: Es installiert die Anwendung neu und schreibt die Datei wieder. Danach entfernen.
activate-foreign = { $path } war schon da und gehört zu keiner Installation; es wurde nichts daran geändert.
activate-foreign-hint = Mit --prefix einen anderen Ordner wählen, oder es verschieben und neu starten.
    .window = Einen anderen Ordner wählen, oder es verschieben und neu starten.
activate-previous-gone = Die Version { $version }, die als Rückweg behalten wurde, startet nicht mehr: ihre Dateien oder ihr Python sind weg.
activate-previous-gone-hint = Bei der installierten Version bleiben; sie wurde nicht angerührt.
activate-newer-receipt = Ein neuerer Installer hat { $path } geschrieben.
activate-newer-receipt-hint = Diesen verwenden oder den neuesten vom Herausgeber holen.

## Vergleichen und Entfernen

verify-damaged = Was installiert ist, ist nicht in Ordnung, an { $count ->
    [one] einer Stelle
   *[other] { COUNT($count) } Stellen
}.
verify-damaged-hint = „{ $command }“ starten: Das behebt die Schäden und lässt eigene Daten in Ruhe.
    .window = „{ window-repair }“ starten: Das behebt die Schäden und lässt eigene Daten in Ruhe.
verify-damaged-anothers = Was installiert ist, ist nicht in Ordnung, an { $count ->
    [one] einer Stelle
   *[other] { COUNT($count) } Stellen
}.
verify-damaged-anothers-hint = Beheben kann das nur das Konto, dem sie gehört: { $owner }.
uninstall-declined = Nichts wurde entfernt.
uninstall-declined-hint = Die Anwendung bleibt, wie sie war. Zum Entfernen noch einmal starten und mit ja antworten.
uninstall-mounted = Bei { $path } ist ein anderes Laufwerk eingehängt, darum wurde der Ordner mit Daten, in dem es liegt, nicht entfernt.
uninstall-mounted-hint = Das Laufwerk zuerst aushängen oder die Anwendung ohne diesen Ordner entfernen.

## Alles Übrige

busy = In { $folder } läuft schon eine andere Installation.
busy-hint = Warten, bis sie fertig ist, dann neu starten; --wait SEKUNDEN wartet von selbst.
    .window = Warten, bis sie fertig ist, dann neu starten.
cancelled = Abgebrochen. Was vorher installiert war, ist unverändert.
cancelled-hint = Es kann jederzeit neu gestartet werden: Was schon heruntergeladen ist, bleibt erhalten.
internal = In diesem Programm ist etwas schiefgegangen.
internal-hint = Das ist unser Fehler. Bitte zusammen mit den Einzelheiten melden.

log-unwritable = Das Protokoll { $path } lässt sich nicht schreiben.
log-unwritable-hint = Eine Datei in einem beschreibbaren Ordner angeben, oder --log weglassen.

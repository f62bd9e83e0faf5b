### What went wrong, and what the person can do about it: one pair for each row of the error table.

## The command line

usage-unknown-command = There is no command “{ $command }”.
usage-unknown-command-hint = { $suggestion ->
    [none] See “{ $program } --help” for what there is.
   *[other] Did you mean “{ $suggestion }”? See “{ $program } --help” for what there is.
}
usage-two-commands = “{ $first }” and “{ $second }” are two commands.
usage-two-commands-hint = Give one command at a time, one run after the other.
usage-unknown-option = There is no option “{ $option }”.
usage-unknown-option-hint = { $suggestion ->
    [none] See “{ $program } --help” for what there is.
   *[other] Did you mean “{ $suggestion }”? See “{ $program } --help” for what there is.
}
usage-missing-value = The option “{ $option }” needs a value.
usage-missing-value-hint = Write the value after it: “{ $option } VALUE”. See “{ $program } --help”.
usage-surplus-value = The option “{ $option }” takes no value.
usage-surplus-value-hint = Write “{ $option }” alone. See “{ $program } --help”.
usage-bad-value = “{ $value }” makes no sense for “{ $option }”.
usage-bad-value-hint = See “{ $program } --help” for what “{ $option }” expects.
usage-twice = The option “{ $option }” was given twice.
usage-twice-hint = Give it once.
usage-conflict = “{ $option }” and “{ $other }” cannot be used together.
usage-conflict-hint = Leave one of them out.
usage-misplaced-option = The option “{ $option }” does nothing with this command.
usage-misplaced-option-hint = It belongs to these commands: { $commands }
usage-bad-profile = The application profile { $path } cannot be used.
usage-bad-profile-hint = The folder must hold a readable profile.toml and root.json. Ask whoever gave it to you for a new copy.
usage-bad-certificates = { $path } holds no certificates that can be used.
usage-bad-certificates-hint = Name a file with certificates in PEM form with --ca.
usage-no-certificates = The file { $path } with certificate authorities cannot be read.
usage-no-certificates-hint = Check the name after --ca: it must be a file that you may read, with certificates in PEM form.
usage-bad-proxy = { $host } cannot be used as a proxy.
usage-bad-proxy-hint = Check the value of --proxy.
usage-no-home = This account has no home folder.
usage-no-home-hint = Set HOME, or run it as a person who has a home folder.
usage-no-such-data = { $path } is not a folder with data of this application.
usage-no-such-data-hint = { $folders ->
    [none] This application names no folder of data, or there is none.
   *[other] Give one of these exactly as it stands here: { $folders }
}
usage-no-consent = Removing an application needs an answer, and nobody can be asked here.
usage-no-consent-hint = Run it again with --yes if the application is to be removed.
usage-no-face = The window could not be opened, and there is no terminal here to ask in.
usage-no-face-hint = Start it in a terminal: { $command }

## The repository of releases

repository-unreachable = { $place } could not be reached, or did not answer properly (while asking for { $file }).
repository-unreachable-hint = Check the internet connection and the proxy settings, and try again. Nothing was changed.
repository-not-there = There are no releases at { $place }: { $file } is missing.
repository-not-there-hint = Check the address. If it is right, tell the publisher of the application.
repository-too-long = { $place } sent more than the { BYTES($limit) } that { $file } may have.
repository-too-long-hint = Something on the way, or the server itself, is not to be trusted. Try another network, and tell the publisher if it happens again.
repository-offline = The releases are at { $place }, and --offline forbids to look there.
repository-offline-hint = Run it without --offline, or name a folder of releases with --repository.

## Trust

trust-expired = The publisher's signature for “{ $role }” ended on { $expires }; this computer's clock says { $now }.
trust-expired-hint = Check the date and time of this computer. If they are right, the publisher has to renew the signature: tell them, and try again later.
trust-clock-behind = The publisher's signature for “{ $role }” ended on { $expires }. This computer's clock says { $now }, but it was { $known } when this program was made or last ran.
trust-clock-behind-hint = Check the date and time of this computer. If the clock was wrong before and is right now, uninstall and install again.
trust-threshold = “{ $role }” is signed by { COUNT($have) } of the { COUNT($need) } keys that are needed.
trust-threshold-hint = Do not install from this source. The release was changed, or not enough of its publishers have signed it. Tell the publisher.
trust-rollback = The server offers version { $offered } of “{ $role }”, which is older than version { $trusted } seen before.
trust-rollback-hint = The server, or something on the way, shows an old state. Try another network or mirror; if it stays so, tell the publisher.
trust-malformed = { $file } is not what a publisher's file should look like.
trust-malformed-hint = A login page of the network may have answered instead of the server: open any web page, sign in and try again. If it stays so, tell the publisher.
trust-web-page = { $file } is a web page instead of the publisher's file.
trust-web-page-hint = This network probably wants you to sign in: open any web page, sign in and try again.
trust-inconsistent = The publisher's files do not fit together, at { $file }.
trust-inconsistent-hint = A new release may be on its way to the server at this moment: try again in a few minutes. If it stays so, tell the publisher.
trust-many-roots = The publisher's keys changed more than { COUNT($limit) } times since this computer last looked.
trust-many-roots-hint = Start again: it goes on from here.
trust-other-application = This is a release of { $found }, not of { $expected }.
trust-other-application-hint = Check the address of the repository. If it is right, tell the publisher.
trust-unsupported = { $file } uses something this program does not support: { $feature }.
trust-unsupported-hint = Get the newest installer from the publisher.
trust-mismatch = { $file } is not the file that the publisher signed.
trust-mismatch-hint = The file was changed or damaged, and was not used. Try again, or another network; if it stays so, tell the publisher.
trust-too-long = { $file } is longer than the { BYTES($limit) } allowed.
trust-too-long-hint = The file was not used. Tell the publisher.
trust-floor = The server offers { $offered }, but this installer accepts nothing below { $floor }.
trust-floor-hint = The server, or something on the way, shows an old state. Try another network or mirror; if it stays so, tell the publisher.
trust-newer-format = { $file } is of format { $format }; this program reads up to { $supported }.
trust-newer-format-hint = Get the newest installer from the publisher.

## The plan

plan-older = Version { $installed } is installed; the older version { $offered } is not put over it.
plan-older-hint = If you want the older version, remove the installed one first. Your data stays.
plan-replaced = Version { $version } was published anew, and the server offers the earlier one of the two.
plan-replaced-hint = The server, or something on the way, shows an old state. Try another network or mirror; if it stays so, tell the publisher.
plan-below-floor = Version { $offered } has known security problems; the publisher accepts nothing below { $floor } any more.
plan-below-floor-hint = Use a newer version. If there is none, tell the publisher.
plan-not-installed = The application is not installed here.
plan-not-installed-hint = Install it first, or name its folder with --prefix.
    .window = Install it first.
plan-no-previous = There is no earlier version to go back to.
plan-no-previous-hint = An earlier version is kept after each upgrade, and only one. What is installed stays as it is.
plan-other-application = The folder holds { $installed }; { $offered } cannot be installed there.
plan-other-application-hint = Choose another folder with --prefix.
    .window = Choose another folder.
plan-no-python = No suitable Python was found. Needed: { $needed }.
plan-no-python-hint = Install such a Python from python.org or with the system's package manager, or name one with --python.
    .window = Install such a Python from python.org or with the system's package manager.
plan-other-python = { $asked } was asked for, and cannot be used. Needed: { $needed }.
plan-other-python-hint = Name another Python with --python, or leave the option out: then a suitable one is looked for. The details say what was found.
plan-no-wheel = There is no ready-made package for this computer ({ $platform }, Python { $python }): { $packages }.
plan-no-wheel-hint = Try another Python with --python. Otherwise ask the publisher to support this computer.
    .window = Install another version of Python. Otherwise ask the publisher to support this computer.
plan-no-compiler = These packages have to be built on this computer, but no working C compiler with Python's headers was found: { $packages }.
plan-no-compiler-hint = Install a C compiler and the development files of Python (on Debian: build-essential and python3-dev), or try another Python with --python.
    .window = Install a C compiler and the development files of Python (on Debian: build-essential and python3-dev).
plan-bad-lock = The release contradicts itself about the package { $package }.
plan-bad-lock-hint = This is a mistake of the publisher: tell them. Nothing was changed.

## Downloads

fetch-unreachable = { $artifact } could not be downloaded: { $host } could not be reached.
fetch-unreachable-hint = Check the internet connection and the proxy settings, and start again: what is already there is kept.
fetch-server = { $artifact } could not be downloaded: { $host } answered with error { $status }.
fetch-server-hint = Try again later: what is already there is kept.
fetch-not-found = { $artifact } is at none of the places it should be.
fetch-not-found-hint = If you named an index, a mirror or a folder, make sure that the file is there. Otherwise tell the publisher.
fetch-cut = The connection broke while { $artifact } was coming: { BYTES($have) } of { BYTES($size) } are here.
fetch-cut-hint = Start again: the download goes on where it stopped.
fetch-short = { $artifact } ended too early: { BYTES($have) } instead of { BYTES($size) }.
fetch-short-hint = The server or a proxy sends an incomplete file. Start again, or use another network or mirror.
fetch-too-long = { $artifact } is longer than the { BYTES($size) } that the publisher signed.
fetch-too-long-hint = The file was not used. Try another network or mirror; if it stays so, tell the publisher.
fetch-wrong-hash = { $artifact } from { $host } is not the file that the publisher signed.
fetch-wrong-hash-hint = The file was changed or damaged on the way and was not used. Try another network or mirror; if it stays so, tell the publisher.
fetch-login-page = { $host } answered with a web page instead of the file.
fetch-login-page-hint = This network probably wants you to sign in: open any web page, sign in and start again.
fetch-slow = { $host } sends { $artifact } too slowly.
fetch-slow-hint = Start again later or on another network: the download goes on where it stopped.
fetch-redirect = { $host } sends the download of { $artifact } round in circles or to an unsafe place.
fetch-redirect-hint = Try another network or mirror; if it stays so, tell the publisher.
fetch-confused = { $host } answers in a way that makes no sense, for { $artifact }.
fetch-confused-hint = Try again later, or another mirror or index.
fetch-tls = { $issuer ->
    [unknown] The connection to { $host } is not safe: this computer does not trust its certificate.
   *[other] The connection to { $host } is not safe: its certificate was issued by { $issuer }, which this computer does not trust.
}
fetch-tls-hint = In a company the network may inspect connections: ask for its certificate authority and name the file with --ca. Elsewhere use another network.
    .window = In a company the network may inspect connections: ask whoever looks after this computer to let it trust the company's certificate authority. Elsewhere use another network.
fetch-proxy = { $proxy ->
    [unknown] The proxy on the way to { $host } wants a name and a password, or refuses those it was given.
   *[other] The proxy { $proxy } wants a name and a password, or refuses those it was given.
}
fetch-proxy-hint = Give them with --proxy http://NAME:PASSWORD@HOST:PORT.
fetch-proxy-unreachable = The proxy { $proxy } could not be reached, so { $host } could not be asked.
fetch-proxy-unreachable-hint = Check the name and the port of the proxy: after --proxy, in the variables http_proxy and https_proxy, or in the system's settings. What is already there is kept.
    .window = Check the name and the port of the proxy: in the variables http_proxy and https_proxy, or in the system's settings. What is already there is kept.
fetch-login = { $host } wants a name and a password, or refuses those it was given.
fetch-login-hint = Give them in the address, https://NAME:PASSWORD@HOST/…, where you named it: --index-url, --mirror or --repository. If you named no address, tell the publisher.
    .window = Give them in the address, https://NAME:PASSWORD@HOST/…, where you named it. If you named no address, tell the publisher.
fetch-offline = { $count ->
    [one] One file is missing, and --offline forbids to download it: { $artifacts }
   *[other] { COUNT($count) } files are missing, and --offline forbids to download them: { $artifacts }
}
fetch-offline-hint = Put the files into a folder and name it with --find-links, or run it without --offline.

## The disk

disk-full = There is not enough room in { $folder }.
disk-full-hint = Make room, or choose another folder: with --prefix for the application, with the variable XDG_CACHE_HOME for the downloads. What is already downloaded is kept.
    .window = Make room. What is already downloaded is kept.
disk-no-room = { BYTES($needed) } are needed in { $folder }, and { BYTES($free) } are free.
disk-no-room-hint = Make room, or choose another folder: with --prefix for the application, with the variable XDG_CACHE_HOME for the downloads. What is already downloaded is kept.
    .window = Make room. What is already downloaded is kept.
disk-rights = { $path } may not be written.
disk-rights-hint = Change its rights, or choose another folder with --prefix. Administrator rights are not needed.
    .window = Change its rights. Administrator rights are not needed.
disk-foreign-home = The home folder { $path } belongs to another account than the one that runs this. Nothing was written there.
disk-foreign-home-hint = Start it without sudo; administrator rights are not needed. To install for this account itself, use sudo -H.
disk-name = { $path } cannot be made: the name is too long, or has characters that are not allowed there.
disk-name-hint = Choose a folder with a shorter name, near the top of the disk, with --prefix.
    .window = Choose a folder with a shorter name, near the top of the disk.
disk-no-rename = Files in { $folder } cannot be renamed.
disk-no-rename-hint = Choose a folder on another disk: with --prefix for the application, with the variable XDG_CACHE_HOME for the downloads.
    .window = Choose a folder on another disk (with the variable XDG_CACHE_HOME for the downloads).
disk-no-links = { $folder } cannot hold symbolic links, and the application needs them.
disk-no-links-hint = Choose a folder on another disk with --prefix; sticks and network drives often lack links.
    .window = Choose a folder on another disk; sticks and network drives often lack links.
disk-no-locks = Files in { $folder } cannot be locked, so two installations could get in each other's way.
disk-no-locks-hint = Choose a folder on this computer's own disk: with --prefix for the application, with the variable XDG_CACHE_HOME for the downloads.
    .window = Choose a folder on this computer's own disk (with the variable XDG_CACHE_HOME for the downloads).
disk-no-execution = Programs in { $folder } may not be started, so the application could not run there.
disk-no-execution-hint = Choose a folder where programs may run, with --prefix.
    .window = Choose a folder where programs may run.
disk-no-room-for-files = About { COUNT($needed) } files are to be made in { $folder }, and the disk has room for { COUNT($free) } more.
disk-no-room-for-files-hint = Remove files there, or choose a folder on another disk with --prefix.
    .window = Remove files there, or choose a folder on another disk.
disk-path-too-long = The path { $folder } is too long: it may have { COUNT($most) } characters, so that the files in it can be named.
disk-path-too-long-hint = Choose a folder with a shorter path with --prefix.
    .window = Choose a folder with a shorter path.
disk-names-too-short = File names in { $folder } may have only { COUNT($most) } characters; { COUNT($needed) } are needed. Encrypted folders are often so.
disk-names-too-short-hint = Choose another folder for the downloads with the variable XDG_CACHE_HOME.
disk-other = { $path } could not be read or written.
disk-other-hint = See the details for what the system said. Look whether something else stands there or uses it, and try again; on Windows, a virus scanner may be holding the file.

limit-open-files = This account may have only { COUNT($limit) } files open at once; { COUNT($needed) } are needed.
limit-open-files-hint = Raise the limit (“ulimit -n”), or ask whoever looks after this computer.
limit-file-size = This account may write files of { BYTES($limit) } only; { BYTES($needed) } are needed.
limit-file-size-hint = Raise the limit (“ulimit -f”), or ask whoever looks after this computer.

## The environment

environment-runtime = The Python that the release brings could not be unpacked or does not run.
environment-runtime-hint = Install Python from python.org and name it with --python, and tell the publisher.
    .window = Install Python from python.org, and tell the publisher.
environment-create = Python could not make an environment for the application.
environment-create-hint = The details say why. Try another Python with --python, or another folder with --prefix.
    .window = The details say why. Choose another folder, or install another version of Python.
environment-start = { $program } could not be started.
environment-start-hint = The details say why. Programs may be forbidden in that folder: choose another one with --prefix.
    .window = The details say why. Programs may be forbidden in that folder: choose another one.
environment-wheel-refused = { $wheel } contains something that no package should, and was not installed.
environment-wheel-refused-hint = The details say what. Tell the publisher. Nothing was changed.
environment-pip = The packages could not be installed.
environment-pip-hint = The details hold what pip said. Nothing was changed; tell the publisher if it happens again.
environment-pip-python = The pip of the release ({ $pip }) does not run on Python { $python }.
environment-pip-python-hint = Name another Python with --python, and tell the publisher.
    .window = Install another version of Python, and tell the publisher.
environment-hash = A package is not the one that the publisher signed; pip refused it.
environment-hash-hint = The disk, or another program, changes files. Nothing was switched over; try again.
environment-build = { $package } could not be built on this computer.
environment-build-hint = The details hold what the build said; often a library's development files are missing. Another Python may have a ready-made package: try --python.
    .window = The details hold what the build said; often a library's development files are missing. Another Python may have a ready-made package.
environment-no-headers = { $package } has to be built on this computer, but { $python } has no C headers.
environment-no-headers-hint = Install the development files of Python (on Debian: python3-dev), or try another Python with --python.
    .window = Install the development files of Python (on Debian: python3-dev).
environment-no-command = The release has no command “{ $command }”, though it says so.
environment-no-command-hint = This is a mistake of the publisher: tell them. Nothing was switched over.
environment-changed = After the installation { $path } was not what it should be.
environment-changed-hint = The disk, or another program (a virus scanner?), changes files. Nothing was switched over; try again.
environment-check = The installed packages do not fit together.
environment-check-hint = This is a mistake in the release: tell the publisher. Nothing was switched over.
environment-smoke-test = The freshly installed application does not start.
environment-smoke-test-hint = The details hold what it said. Nothing was switched over; tell the publisher.
environment-time = A step of the installation took too long and was stopped.
environment-time-hint = Try again when the computer is less busy. Nothing was switched over.

## Switching over

activate-launcher-taken = { $path } belongs to something else and was not overwritten.
activate-launcher-taken-hint = Move it away or remove it, and start again.
activate-unsafe = { $path } is a link, belongs to somebody else, or can be written by others. It was not used.
activate-unsafe-hint = Take the others’ right to write away (chmod go-w), remove it, or choose another folder: with --prefix for the application, with the variable XDG_CACHE_HOME for the downloads.
    .window = Take the others’ right to write away (chmod go-w), remove it, or choose another folder (with the variable XDG_CACHE_HOME for the downloads).
activate-anothers = The installation in { $folder } belongs to another account: { $owner }.
activate-anothers-hint = Only that account can change or remove it. Choose another folder with --prefix.
    .window = Only that account can change or remove it. Choose another folder.
activate-damaged-receipt = { $path } is damaged, so it does not say what belongs to the installation.
activate-damaged-receipt-hint = Start this program without a command: it installs the application anew and writes the file again. Then remove it.
activate-foreign = { $path } was there before and is not part of an installation; it was left alone.
activate-foreign-hint = Choose another folder with --prefix, or move it away and start again.
    .window = Choose another folder, or move it away and start again.
activate-previous-gone = Version { $version }, which was kept to go back to, cannot start any more: its files or its Python are gone.
activate-previous-gone-hint = Stay with the version that is installed; it was not touched.
activate-newer-receipt = A newer installer has written { $path }.
activate-newer-receipt-hint = Use that installer, or get the newest one from the publisher.

## Comparing and removing

verify-damaged = What is installed is not as it should be, in { $count ->
    [one] one place
   *[other] { COUNT($count) } places
}.
verify-damaged-hint = Start “{ $command }”: it mends what is damaged and leaves your data alone.
    .window = Start “{ window-repair }”: it mends what is damaged and leaves your data alone.
verify-damaged-anothers = What is installed is not as it should be, in { $count ->
    [one] one place
   *[other] { COUNT($count) } places
}.
verify-damaged-anothers-hint = Only the account that it belongs to can mend it: { $owner }.
uninstall-declined = Nothing was removed.
uninstall-declined-hint = The application stays as it was. To remove it, start this again and answer with yes.
uninstall-mounted = Another drive is attached at { $path }, so the folder of data around it was not removed.
uninstall-mounted-hint = Detach the drive first, or remove the application without this folder.

## The rest

busy = Another installation is at work in { $folder }.
busy-hint = Wait until it is done, then start again; --wait SECONDS waits by itself.
    .window = Wait until it is done, then start again.
cancelled = Cancelled. What was installed before stays as it was.
cancelled-hint = Start again at any time: what is already downloaded is kept.
internal = Something went wrong inside this program.
internal-hint = This is our mistake. Please report it together with the details.

log-unwritable = The log { $path } cannot be written.
log-unwritable-hint = Name a file in a folder that you may write to, or leave out --log.

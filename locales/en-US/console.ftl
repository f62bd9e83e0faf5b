### What the terminal face says.

## The plan, shown before anything is changed.

plan-publisher = {"  "}Publisher: { $publisher }; signed with { COUNT($signed) } of { COUNT($keys) } keys ({ COUNT($threshold) } needed)
plan-python = {"  "}Python: { $python }
plan-packages = {"  "}Packages: { COUNT($packages) } ({ BYTES($size) }, { BYTES($fetch) } of it to download)
plan-builds = {"  "}Built on this computer: { $packages }
plan-running = {"  "}Running now: { $programs }. It goes on with the version it was started with, and nothing it needs is taken away.
plan-go-back-data = {"  "}Your own data stays as it is. What the newer version has written, the older one may not understand: if it matters, make a copy first.
plan-folder = {"  "}Folder: { $folder }

## How a run goes and ends.

plain-phase = { $phase } …
plain-detail = {"  "}{ $detail }
plain-progress = {"  "}{ $whole }: { $detail }
outcome-install = Version { $version } is installed.
outcome-upgrade = Version { $version } is installed; the previous one is still there: “{ $command }” returns to it.
outcome-upgrade-later = Version { $version } still runs; { $pending } is ready, and the next start of this program switches to it.
outcome-go-back = Version { $version } is installed again. The version you left is kept: “{ $command }” returns to it.
outcome-repair = Version { $version } is installed anew.
outcome-mend = Version { $version } is as it should be again.
outcome-verify = Nothing is damaged: version { $version } is as it was installed.
outcome-up-to-date = Version { $version } is installed and up to date.
outcome-left-aside = Version { $version } is installed. You went back from { $newer }, so it is not installed by itself: “{ $command }” does that.
outcome-running = Still running with the version before: { $programs }. Start it again to use this one.
outcome-uninstall = Removed.
outcome-commands = Start it with: { $commands }
outcome-not-on-path = { $folder } is not on the PATH. Add it there to leave the folder out.
outcome-path-line = To start it by its name alone, add this line to { $file }, or start this again with --add-to-path:
outcome-path-added = The folder of the commands was added to the PATH in { $file }. Open a new terminal to use it.
failure-message = Error: { $message } [{ $code }]
failure-hint = What you can do: { $hint }
failure-details = Details:

## What a comparison of all files came to.

findings-compared = Version { $version }: { COUNT($files) } files compared ({ BYTES($size) }); { COUNT($signed) } of { COUNT($packages) } packages with what the publisher signed, the others with the record of the installation
findings-mended = Mended ({ COUNT($count) }):
findings-more = {"  "}and { COUNT($count) } more; --json lists all of them

## Whether there is an upgrade.

check-up-to-date = { $name } { $installed } is up to date.
check-upgrade = { $name } { $offered } can be installed; { $installed } is installed.
check-upgrade-size = { $name } { $offered } can be installed ({ BYTES($size) } to download); { $installed } is installed.
check-security = Version { $installed } has known security problems.
check-obstacle = {"  "}It cannot be installed on this computer as it is now [{ $code }].

## What an uninstall takes away and leaves.

removal-goes = This removes { $name } { $version }:
removal-folder = {"  "}{ $path } ({ BYTES($size) })
removal-stays = This stays:
removal-data = {"  "}your data in { $path } ({ BYTES($size) }); --remove-data { $path } removes it, too
removal-data-goes = {"  "}your data in { $path } ({ BYTES($size) })
removal-left = {"  "}{ $path }, which was changed since, or is not of this program
removal-downloads = {"  "}downloads that nothing else needs ({ BYTES($size) }); --remove-downloads removes them, too
removal-downloads-goes = {"  "}downloads that nothing else needs ({ BYTES($size) })

## What is installed.

status-nothing = Nothing is installed.
status-installed = { $name } { $version }, installed { $time }
status-python = {"  "}Python: { $version } ({ $path })
status-packages = {"  "}Packages: { COUNT($packages) }
status-previous = {"  "}Kept to go back to: { $version }
status-file = {"  "}Outside its folder: { $path }
shell-line = the line in { $path } that puts the commands on the PATH

## Worth knowing beside how a run goes.

note-locale = There are no texts in “{ $asked }”. There are: { $known }
note-log = The log of this run: { $path }
note-anothers = It belongs to another account, { $owner }, and is only looked at.
note-no-desktop = There is no desktop folder here, so --desktop-shortcut does nothing.

## The questions before an uninstall. The words that mean yes are separated by spaces and in lower case.

ask-uninstall = Remove { $name } from { $folder }?
ask-remove-data = Remove your data in { $path } ({ BYTES($size) }), too? It cannot be brought back.
ask-remove-downloads = Remove the downloads that nothing else needs ({ BYTES($size) }), too?
answer-choices = [y/N]
answer-yes = y yes

## The help page. Each text stands beside its command or option.

help-about = Installs an application for Python from signed releases, and keeps it up to date.
help-usage = Usage: { $program } [COMMAND] [OPTIONS]
help-commands = Commands:
help-command-none = without a command: install, upgrade or finish, whatever is needed
help-command-install = install the application
help-command-upgrade = install a newer release, if there is one
help-command-repair = mend what is damaged of the installed release
help-command-go-back = return to the version before; needs no network
help-command-verify = compare every installed file with what was published
help-command-check = tell whether there is a newer release
help-command-status = tell what is installed
help-command-uninstall = remove the application; your own data stays
help-options = Options:
help-prefix = install into this folder
help-python = use this Python, or a Python of this version
help-repository = take releases from here
help-profile = install another application: a folder with profile.toml and root.json
help-index-url = download packages from this index only
help-mirror = try this mirror of files.pythonhosted.org first; may be repeated
help-find-links = look for packages in this folder first; may be repeated
help-offline = do not use the network
help-proxy = use this proxy, http://NAME:PASSWORD@HOST:PORT
help-ca = trust the certificate authorities in this file, too
help-later = while the application runs, only make the new version ready: the next start switches to it
help-wait = wait so long for another installation at work; otherwise ten minutes, or not at all with --silent or --json
help-face = show a “window” or use the “terminal”
help-menu = an entry in the menu of applications (made unless --no-menu)
help-desktop-shortcut = an icon on the desktop (none unless asked for)
help-add-to-path = let the shell find the commands: add their folder to its PATH; remembered for upgrades
help-silent = say nothing but errors, ask nothing
help-json = tell everything as lines of JSON
help-yes = answer the question before an uninstall with yes
help-anew = with repair: install everything anew
help-remove-data = with uninstall: remove this folder of your data, too; may be repeated
help-remove-downloads = with uninstall: remove the downloads, too
help-locale = speak this language, such as de
help-log = write a log
help-replay = show in a window what --json recorded; nothing is installed
help-version = show the version of this program
help-help = show this page
help-exit =
    Exit status: 0 done or nothing to do, 2 usage, 10 network, 11 refused for safety, 12 older release
    refused, 13 no suitable Python, 14 no wheel or compiler, 15 disk or rights, 16 environment,
    17 busy, 18 not installed, 19 damaged, 100 “check” found an upgrade, 70 internal error, 130 cancelled.

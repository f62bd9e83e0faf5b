### What the terminal face says.

## The plan, shown before anything is changed.

plan-publisher = {"  "}Publisher: { $publisher }; signed with { COUNT($signed) } of { COUNT($keys) } keys ({ COUNT($threshold) } needed)
plan-python = {"  "}Python: { $python }
plan-packages = {"  "}Packages: { COUNT($packages) } ({ BYTES($size) }, { BYTES($fetch) } of it to download)
plan-builds = {"  "}Built on this computer: { $packages }
plan-folder = {"  "}Folder: { $folder }

## How a run goes and ends.

plain-phase = { $phase } …
plain-detail = {"  "}{ $detail }
plain-progress = {"  "}{ $whole }: { $detail }
outcome-install = Version { $version } is installed.
outcome-upgrade = Version { $version } is installed; the previous one is still there.
outcome-repair = Version { $version } is installed anew.
outcome-up-to-date = Version { $version } is installed and up to date.
outcome-uninstall = Removed. Your own data was not touched.
outcome-commands = Start it with: { $commands }
outcome-not-on-path = { $folder } is not on the PATH. Add it there to leave the folder out.
failure-message = Error: { $message } [{ $code }]
failure-hint = What you can do: { $hint }
failure-details = Details:

## What is installed.

status-nothing = Nothing is installed.
status-installed = { $name } { $version }, installed { $time }
status-python = {"  "}Python: { $version } ({ $path })
status-packages = {"  "}Packages: { COUNT($packages) }
status-previous = {"  "}Kept to go back to: { $version }
status-file = {"  "}Outside its folder: { $path }

## Worth knowing beside how a run goes.

note-locale = There are no texts in “{ $asked }”. There are: { $known }
note-log = The log of this run: { $path }

## The one question. The words that mean yes are separated by spaces and in lower case.

ask-uninstall = Remove { $name } from { $folder }?
answer-choices = [y/N]
answer-yes = y yes

## The help page. Each text stands beside its command or option.

help-about = Installs an application for Python from signed releases, and keeps it up to date.
help-usage = Usage: quoc [COMMAND] [OPTIONS]
help-commands = Commands:
help-command-none = without a command: install, upgrade or finish, whatever is needed
help-command-install = install the application
help-command-upgrade = install a newer release, if there is one
help-command-repair = install the same release anew
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
help-face = show a “window” or use the “terminal”
help-silent = say nothing but errors, ask nothing
help-json = tell everything as lines of JSON
help-yes = answer the question before an uninstall with yes
help-locale = speak this language, such as de
help-log = write a log
help-version = show the version of this program
help-help = show this page
help-exit =
    Exit status: 0 done or nothing to do, 2 usage, 10 network, 11 refused for safety, 12 older release
    refused, 13 no suitable Python, 14 no wheel or compiler, 15 disk or rights, 16 environment,
    17 busy, 18 not installed, 70 internal error, 130 cancelled.

### What the program is doing; shared by every face.

phase-verifying = Comparing every file with what was installed
phase-mending = Looking for what is damaged, and mending it
phase-judging = Checking the signatures
phase-planning = Looking for a suitable Python
phase-fetching = Downloading
phase-building = Building packages
phase-installing = Installing packages
phase-checking = Checking the installation
phase-activating = Switching to the new version
phase-removing = Removing the application

action-install = Install { $name } { $version }
action-upgrade = Upgrade { $name } from { $installed } to { $version }
action-upgrade-later = Make { $name } { $version } ready beside the version that runs
action-go-back = Go back to { $name } { $version }
action-repair = Repair { $name } { $version }
action-mend = Mend { $name } { $version }
action-verify = Compare { $name } { $version }
action-up-to-date = { $name } { $version } is up to date
action-uninstall = Remove { $name } { $version }

waiting = Another installation of this application is at work; waiting up to { DURATION($left) } for it to end
running-process = { $program } (process { $pid })
removal-running = Running now: { $programs }. Close the application first: without its files, what runs may fail.

## What a phase has got to. The time left is that of the phase.

progress-bytes = { BYTES($have) } of { BYTES($size) }
progress-bytes-speed = { BYTES($have) } of { BYTES($size) }, { BYTES($speed) }/s
progress-bytes-left = { BYTES($have) } of { BYTES($size) }, { BYTES($speed) }/s, about { DURATION($left) } left
progress-packages = { COUNT($done) } of { COUNT($total) }: { $package }
progress-packages-left = { COUNT($done) } of { COUNT($total) }: { $package }, about { DURATION($left) } left
progress-building = { $package }
retrying = { $artifact }: attempt { COUNT($attempt) } in { DURATION($wait) }
transfer = { $artifact }: { BYTES($have) } of { BYTES($size) }
progress-whole = { PERCENT($progress) }
retrying-now = { $artifact }: attempt { COUNT($attempt) }
waiting-network = waiting for the network
waiting-network-next = waiting for the network; next attempt in { DURATION($wait) }

## In the menu of applications, beside the application itself.
menu-manage = Upgrade or remove

## What a comparison found; each stands after a file or folder.

finding-changed = { $path }: is not as it was installed
finding-missing = { $path }: is missing
finding-foreign = { $path }: does not belong to the application
finding-rights = { $path }: may be changed or used by others than when it was installed
finding-launcher = { $path }: does not start the application
finding-pointer = { $path }: does not lead to the installed version
finding-python = { $path }: this Python is gone, or is another version now
finding-record = { $path }: the record of what was installed is missing or changed

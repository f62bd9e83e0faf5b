### What the program is doing; shared by every face.

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
action-repair = Repair { $name } { $version }
action-up-to-date = { $name } { $version } is up to date
action-uninstall = Remove { $name } { $version }

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

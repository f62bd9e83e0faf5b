### What the window says. Titles are short; a sentence that explains is a whole sentence.

## The title in the window's frame.

window-caption = { $name } Setup

## Buttons. One or two words.

window-install = Install
window-upgrade = Update
window-repair = Repair
window-go-back = Go back
window-uninstall = Remove
window-cancel = Cancel
window-language = Language
window-close = Close
window-later = When it is closed
window-open = Open
window-back = Back
window-continue = Continue
window-try-again = Try again
window-copy = Copy
window-copy-details = Copy details
window-stop = Stop
window-stop-close = Stop and close
window-go-on = Keep going

## While it looks what there is to do. The dots say that it goes on.

window-step = { $step }…
window-nothing-changed = Nothing is changed yet.
window-going-on = Going on where it stopped…
window-stopping = Stopping…

## What will be done: as a title, with what it means.

window-offer-install = Install { $name }
window-offer-upgrade = Update { $name }
window-offer-repair = Repair { $name }
window-offer-go-back = Go back to the earlier { $name }?
window-offer-uninstall = Remove { $name }?
window-consequence-upgrade = The installed version stays until the new one has started well, and is kept to go back to.
window-consequence-repair = What is damaged or missing is put back. Your own data is not touched.
window-consequence-go-back = Version { $version } is used again. Data that the newer version has changed may not open in it: the publisher knows.
window-consequence-uninstall = The application and everything that was installed with it is removed from this computer.

## What is told of a plan: a word, and what belongs to it.

window-version = Version { $version }
window-version-size = Version { $version } · { BYTES($size) } to download
window-verified = Verified publisher: { $publisher }
window-fact-signed = Signatures
window-signed = { $signed ->
    [one] { COUNT($signed) } of { COUNT($keys) } keys, { COUNT($threshold) } needed
   *[other] { COUNT($signed) } of { COUNT($keys) } keys, { COUNT($threshold) } needed
}
window-fact-download = Download
window-download = { $packages ->
    [one] { BYTES($size) } in { COUNT($packages) } package
   *[other] { BYTES($size) } in { COUNT($packages) } packages
}
window-download-none = Nothing, all of it is here
window-fact-disk = On the disk
window-disk = about { BYTES($size) }
window-fact-folder = Folder

## What most people leave as it is. Each is a line with a switch.

window-options = Options
window-folder = Folder to install into
window-switch-start = Start { $name } when it is ready
window-switch-menu = Add it to the menu
window-switch-desktop = Add an icon to the desktop
window-switch-path = Let terminals find its commands (add them to the PATH)

## What is being done, as a title.

window-now-install = Installing { $name }
window-now-upgrade = Updating { $name }
window-now-repair = Repairing { $name }
window-now-go-back = Going back to the earlier { $name }
window-now-uninstall = Removing { $name }

## Below the bar. The time left is that of the present step.

window-speed = { BYTES($speed) }/s
window-left = about { DURATION($left) } left
window-speed-left = { BYTES($speed) }/s · about { DURATION($left) } left
window-waiting = Waiting for the network. It goes on by itself.

## What has happened, line by line.

window-details = Details
window-arrived = { $artifact } is here, { BYTES($size) }
window-building = { $package } is built
window-installed = { $package } is installed

## What is read aloud while it works.

window-spoken = { $step } { PERCENT($progress) }

## What is installed, and what can be done with it.

window-installed-version = Version { $version } is installed
window-news-none = It is up to date.
window-news-upgrade = Version { $version } is available, { BYTES($size) } to download.
window-news-left-aside = It works. Version { $version } is newer; you went back from it.
window-news-broken = Something of it is damaged or missing, and can be repaired.
window-news-unknown = It could not be found out whether there is a newer version.
window-about-repair = Puts back what is damaged or missing.
window-about-go-back = Uses version { $version } again, which is still here.
window-about-uninstall = Your own data stays, unless you choose otherwise.
window-running = Running now: { $programs }. It goes on with the version it was started with until it is closed.

## Before it is removed.

window-goes-size = This is removed ({ BYTES($size) }):
window-data = This stays, unless you switch it on here:
window-data-remove = Remove your data in { $folder } as well ({ BYTES($size) })
window-downloads-remove = Remove downloads that nothing else needs ({ BYTES($size) })

## How it ended.

window-ready = { $name } is ready
window-removed = { $name } is removed
window-removed-kept = Your own data was not touched.
window-removed-data = The data that you chose was removed as well.
window-done-install = Everything was checked and works.
window-done-upgrade = The new version was checked and works. The one before is kept to go back to.
window-done-repair = Everything was checked and works again.
window-done-go-back = The earlier version is used again.
window-done-nothing = Nothing was damaged, and nothing had to be done.
window-done-later = Version { $version } is ready. The next start of this program switches to it.
window-still-running = Still running with the version before: { $programs }. Start it again to use this one.
window-type-this = To start it, type this in a terminal:
window-copied = Copied
window-where = Its commands are in { $folder }.
window-not-on-path = Its commands are in { $folder }, which is not on the PATH: until it is, terminals need the whole path.
window-stopped = Stopped
window-stopped-kept = Nothing was changed. What was downloaded is kept, and the next time goes on from there.

## What went wrong, in a few words. What it is and what can be done is said below it.

window-failed = { $name } could not be installed
window-failed-network = No connection
window-failed-refused = Not installed, for your safety
window-failed-older = The older version was refused
window-failed-python = A suitable Python is missing
window-failed-package = A package cannot be had for this computer
window-failed-disk = The disk or the folder is the problem
window-failed-busy = Another installation is at work
window-failed-removal = { $name } could not be removed
window-failed-repair = { $name } could not be repaired
window-failed-go-back = Could not go back to the earlier { $name }
window-code = Details ({ $code })
window-tries-in = Trying again in { DURATION($left) }
window-kept = What was downloaded is kept.
window-support = Help: { $support }

## A proxy wants to know who asks.

window-proxy-name = Name for the proxy
window-proxy-password = Password

## Questions before something is stopped.

window-ask-cancel = Stop here?
window-ask-close = Stop and close the window?
window-ask-kept = What was downloaded is kept, and the next time goes on from there.
window-ask-undone = What was begun is undone. What was installed before stays as it was.

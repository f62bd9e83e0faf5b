phase-verifying = हर फ़ाइल की तुलना इंस्टॉल की गई फ़ाइल से हो रही है
phase-mending = ख़राबी खोजी और ठीक की जा रही है
phase-judging = हस्ताक्षर जाँचे जा रहे हैं
phase-planning = सही Python खोजा जा रहा है
phase-fetching = डाउनलोड हो रहा है
phase-building = पैकेज बनाए जा रहे हैं
phase-installing = पैकेज इंस्टॉल हो रहे हैं
phase-checking = इंस्टॉल की जाँच हो रही है
phase-activating = नए संस्करण पर जा रहे हैं
phase-removing = ऐप्लिकेशन हटाया जा रहा है

action-install = { $name } { $version } इंस्टॉल करें
action-upgrade = { $name } को { $installed } से { $version } में अपडेट करें
action-upgrade-later = चल रहे संस्करण के साथ { $name } { $version } तैयार करें
action-go-back = { $name } { $version } पर लौटें
action-repair = { $name } { $version } सुधारें
action-mend = { $name } { $version } की ख़राबी ठीक करें
action-verify = { $name } { $version } की तुलना करें
action-up-to-date = { $name } { $version } अप-टू-डेट है
action-uninstall = { $name } { $version } हटाएँ

waiting = इस ऐप्लिकेशन का एक और इंस्टॉल चल रहा है; उसके ख़त्म होने का इंतज़ार, ज़्यादा से ज़्यादा { DURATION($left) }
running-process = { $program } (प्रोसेस { $pid })
removal-running = अभी चल रहा है: { $programs }। पहले ऐप्लिकेशन बंद करें: फ़ाइलें न रहने पर जो चल रहा है वह विफल हो सकता है।

progress-bytes = { BYTES($size) } में से { BYTES($have) }
progress-bytes-speed = { BYTES($size) } में से { BYTES($have) }, { BYTES($speed) }/से॰
progress-bytes-left = { BYTES($size) } में से { BYTES($have) }, { BYTES($speed) }/से॰, लगभग { DURATION($left) } बाकी
progress-packages = { COUNT($total) } में से { COUNT($done) }: { $package }
progress-packages-left = { COUNT($total) } में से { COUNT($done) }: { $package }, लगभग { DURATION($left) } बाकी
progress-building = { $package }
retrying = { $artifact }: { DURATION($wait) } में कोशिश { COUNT($attempt) }
transfer = { $artifact }: { BYTES($size) } में से { BYTES($have) }
progress-whole = { PERCENT($progress) }
retrying-now = { $artifact }: कोशिश { COUNT($attempt) }
waiting-network = नेटवर्क का इंतज़ार
waiting-network-next = नेटवर्क का इंतज़ार; अगली कोशिश { DURATION($wait) } में

menu-manage = अपडेट करें या हटाएँ

finding-changed = { $path }: वैसा नहीं है जैसा इंस्टॉल हुआ था
finding-missing = { $path }: मौजूद नहीं है
finding-foreign = { $path }: ऐप्लिकेशन का हिस्सा नहीं है
finding-rights = { $path }: इंस्टॉल के समय से अलग लोग इसे बदल या इस्तेमाल कर सकते हैं
finding-launcher = { $path }: ऐप्लिकेशन शुरू नहीं करता
finding-pointer = { $path }: इंस्टॉल किए गए संस्करण तक नहीं ले जाता
finding-python = { $path }: यह Python अब नहीं है, या अब दूसरा संस्करण है
finding-record = { $path }: इंस्टॉल का रिकॉर्ड मौजूद नहीं है या बदला गया है

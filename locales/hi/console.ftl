plan-publisher = {"  "}प्रकाशक: { $publisher }; हस्ताक्षर: { COUNT($keys) } में से { COUNT($signed) } कुंजियाँ (ज़रूरी: { COUNT($threshold) })
plan-python = {"  "}Python: { $python }
plan-packages = {"  "}पैकेज: { COUNT($packages) } ({ BYTES($size) }, जिसमें से { BYTES($fetch) } डाउनलोड होगा)
plan-builds = {"  "}इस कंप्यूटर पर बनाए जाएँगे: { $packages }
plan-running = {"  "}अभी चल रहा है: { $programs }। यह उसी संस्करण से चलता रहेगा जिससे शुरू हुआ था, और इसकी ज़रूरत की कोई चीज़ नहीं हटाई जाएगी।
plan-go-back-data = {"  "}आपका अपना डेटा जैसा है वैसा ही रहेगा। नए संस्करण ने जो लिखा है, हो सकता है पुराना उसे न समझे: अगर यह ज़रूरी है, तो पहले एक प्रति बना लें।
plan-folder = {"  "}फ़ोल्डर: { $folder }

plain-phase = { $phase } …
plain-detail = {"  "}{ $detail }
plain-progress = {"  "}{ $whole }: { $detail }
outcome-install = संस्करण { $version } इंस्टॉल हो गया।
outcome-upgrade = संस्करण { $version } इंस्टॉल हो गया; पिछला अब भी मौजूद है: “{ $command }” से उस पर लौट सकते हैं।
outcome-upgrade-later = संस्करण { $version } अभी चल रहा है; { $pending } तैयार है, और यह प्रोग्राम अगली बार शुरू होने पर उस पर चला जाएगा।
outcome-go-back = संस्करण { $version } फिर से इंस्टॉल हो गया। जो संस्करण आपने छोड़ा, वह रखा गया है: “{ $command }” से उस पर लौट सकते हैं।
outcome-repair = संस्करण { $version } नए सिरे से इंस्टॉल हो गया।
outcome-mend = संस्करण { $version } फिर से ठीक है।
outcome-verify = कोई ख़राबी नहीं है: संस्करण { $version } वैसा ही है जैसा इंस्टॉल हुआ था।
outcome-up-to-date = संस्करण { $version } इंस्टॉल है और अप-टू-डेट है।
outcome-left-aside = संस्करण { $version } इंस्टॉल है। आप { $newer } से वापस आए थे, इसलिए वह अपने-आप इंस्टॉल नहीं होगा: “{ $command }” उसे इंस्टॉल करता है।
outcome-running = अब भी पिछले संस्करण से चल रहा है: { $programs }। इस संस्करण के लिए उसे फिर से शुरू करें।
outcome-uninstall = हटा दिया गया।
outcome-commands = इससे शुरू करें: { $commands }
outcome-not-on-path = { $folder } PATH में नहीं है। उसे वहाँ जोड़ें, तो फ़ोल्डर लिखने की ज़रूरत नहीं रहेगी।
outcome-path-line = सिर्फ़ नाम से शुरू करने के लिए यह लाइन { $file } में जोड़ें, या इसे --add-to-path के साथ फिर चलाएँ:
outcome-path-added = कमांड का फ़ोल्डर { $file } में PATH में जोड़ दिया गया। इसे इस्तेमाल करने के लिए नया टर्मिनल खोलें।
failure-message = गड़बड़ी: { $message } [{ $code }]
failure-hint = आप क्या कर सकते हैं: { $hint }
failure-details = विवरण:

findings-compared = संस्करण { $version }: { COUNT($files) } फ़ाइलों की तुलना हुई ({ BYTES($size) }); { COUNT($packages) } में से { COUNT($signed) } पैकेज की तुलना प्रकाशक के हस्ताक्षरित डेटा से, बाकी की इंस्टॉल के रिकॉर्ड से
findings-mended = ठीक किए गए ({ COUNT($count) }):
findings-more = {"  "}और { COUNT($count) }; --json सभी की सूची देता है

check-up-to-date = { $name } { $installed } अप-टू-डेट है।
check-upgrade = { $name } { $offered } इंस्टॉल किया जा सकता है; अभी { $installed } इंस्टॉल है।
check-upgrade-size = { $name } { $offered } इंस्टॉल किया जा सकता है ({ BYTES($size) } डाउनलोड होगा); अभी { $installed } इंस्टॉल है।
check-security = संस्करण { $installed } में सुरक्षा से जुड़ी जानी-पहचानी समस्याएँ हैं।
check-obstacle = {"  "}इस कंप्यूटर की मौजूदा स्थिति में इसे इंस्टॉल नहीं किया जा सकता [{ $code }]।

removal-goes = { $name } { $version } को हटाने पर ये हटेंगे:
removal-folder = {"  "}{ $path } ({ BYTES($size) })
removal-stays = यह बना रहेगा:
removal-data = {"  "}{ $path } में आपका डेटा ({ BYTES($size) }); --remove-data { $path } उसे भी हटाता है
removal-data-goes = {"  "}{ $path } में आपका डेटा ({ BYTES($size) })
removal-left = {"  "}{ $path }, जो तब से बदला गया है या इस प्रोग्राम का नहीं है
removal-downloads = {"  "}वे डाउनलोड जिनकी किसी और को ज़रूरत नहीं ({ BYTES($size) }); --remove-downloads उन्हें भी हटाता है
removal-downloads-goes = {"  "}वे डाउनलोड जिनकी किसी और को ज़रूरत नहीं ({ BYTES($size) })

status-nothing = कुछ भी इंस्टॉल नहीं है।
status-installed = { $name } { $version }, { $time } को इंस्टॉल हुआ
status-python = {"  "}Python: { $version } ({ $path })
status-packages = {"  "}पैकेज: { COUNT($packages) }
status-previous = {"  "}वापस लौटने के लिए रखा गया: { $version }
status-file = {"  "}इसके फ़ोल्डर के बाहर: { $path }
shell-line = { $path } की वह पंक्ति जो कमांड को PATH में रखती है

note-locale = “{ $asked }” में टेक्स्ट उपलब्ध नहीं है। उपलब्ध भाषाएँ: { $known }
note-log = इस बार का लॉग: { $path }
note-anothers = यह दूसरे खाते, { $owner }, का है और सिर्फ़ देखा जाता है।
note-no-desktop = यहाँ डेस्कटॉप का कोई फ़ोल्डर नहीं है, इसलिए --desktop-shortcut का कोई असर नहीं होता।

ask-uninstall = { $name } को { $folder } से हटाएँ?
ask-remove-data = { $path } में आपका डेटा ({ BYTES($size) }) भी हटाएँ? इसे वापस नहीं लाया जा सकता।
ask-remove-downloads = वे डाउनलोड भी हटाएँ जिनकी किसी और को ज़रूरत नहीं ({ BYTES($size) })?
answer-choices = [ह/न]
answer-yes = ह हाँ हां y yes

help-about = Python का ऐप्लिकेशन हस्ताक्षरित रिलीज़ से इंस्टॉल करता है और उसे अप-टू-डेट रखता है।
help-usage = इस्तेमाल: { $program } [COMMAND] [OPTIONS]
help-commands = कमांड:
help-command-none = बिना कमांड के: ज़रूरत के हिसाब से इंस्टॉल, अपडेट या पूरा करें
help-command-install = ऐप्लिकेशन इंस्टॉल करें
help-command-upgrade = अगर कोई नई रिलीज़ हो, तो उसे इंस्टॉल करें
help-command-repair = इंस्टॉल की गई रिलीज़ की ख़राबी ठीक करें
help-command-go-back = पिछले संस्करण पर लौटें; नेटवर्क की ज़रूरत नहीं
help-command-verify = हर इंस्टॉल की गई फ़ाइल की तुलना प्रकाशित फ़ाइल से करें
help-command-check = बताएँ कि कोई नई रिलीज़ है या नहीं
help-command-status = बताएँ कि क्या इंस्टॉल है
help-command-uninstall = ऐप्लिकेशन हटाएँ; आपका डेटा बना रहेगा
help-options = विकल्प:
help-prefix = इस फ़ोल्डर में इंस्टॉल करें
help-python = यह Python, या इस संस्करण का Python इस्तेमाल करें
help-repository = रिलीज़ यहाँ से लें
help-profile = कोई और ऐप्लिकेशन इंस्टॉल करें: profile.toml और root.json वाला फ़ोल्डर
help-index-url = पैकेज सिर्फ़ इस इंडेक्स से डाउनलोड करें
help-mirror = पहले files.pythonhosted.org का यह मिरर आज़माएँ; कई बार दे सकते हैं
help-find-links = पैकेज पहले इस फ़ोल्डर में खोजें; कई बार दे सकते हैं
help-offline = नेटवर्क का इस्तेमाल न करें
help-proxy = यह प्रॉक्सी इस्तेमाल करें, http://NAME:PASSWORD@HOST:PORT
help-ca = इस फ़ाइल की प्रमाणपत्र अथॉरिटी पर भी भरोसा करें
help-later = ऐप्लिकेशन चलते समय नया संस्करण सिर्फ़ तैयार करें: अगली बार शुरू होने पर वह चलेगा
help-wait = दूसरे चल रहे इंस्टॉल का इतनी देर इंतज़ार करें; नहीं तो दस मिनट, --silent या --json के साथ बिल्कुल नहीं
help-face = विंडो दिखाएँ (“window”) या टर्मिनल इस्तेमाल करें (“terminal”)
help-menu = ऐप्लिकेशन मेन्यू में प्रविष्टि (--no-menu न हो तो बनती है)
help-desktop-shortcut = डेस्कटॉप पर आइकन (सिर्फ़ माँगने पर)
help-add-to-path = शेल को कमांड मिलें: उनका फ़ोल्डर उसके PATH में जोड़ें; अपडेट के लिए याद रखा जाता है
help-silent = गड़बड़ियों के सिवा कुछ न कहें, कुछ न पूछें
help-json = सब कुछ JSON की लाइनों में बताएँ
help-yes = हटाने से पहले के सवाल का जवाब हाँ में दें
help-anew = repair के साथ: सब कुछ नए सिरे से इंस्टॉल करें
help-remove-data = uninstall के साथ: आपके डेटा का यह फ़ोल्डर भी हटाएँ; कई बार दे सकते हैं
help-remove-downloads = uninstall के साथ: डाउनलोड भी हटाएँ
help-locale = यह भाषा इस्तेमाल करें, जैसे de
help-log = लॉग लिखें
help-replay = --json ने जो दर्ज किया, उसे विंडो में दिखाएँ; कुछ भी इंस्टॉल नहीं होता
help-version = इस प्रोग्राम का संस्करण दिखाएँ
help-help = यह पेज दिखाएँ
help-exit =
    एग्ज़िट स्टेटस: 0 पूरा हुआ या करने को कुछ नहीं, 2 इस्तेमाल, 10 नेटवर्क, 11 सुरक्षा के लिए मना,
    12 पुरानी रिलीज़ मना, 13 सही Python नहीं, 14 wheel या कंपाइलर नहीं, 15 डिस्क या अधिकार,
    16 एनवायरनमेंट, 17 व्यस्त, 18 इंस्टॉल नहीं, 19 ख़राब, 100 “check” को अपडेट मिला,
    70 अंदरूनी गड़बड़ी, 130 रद्द।

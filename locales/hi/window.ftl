window-caption = { $name } सेटअप

window-install = इंस्टॉल करें
window-upgrade = अपडेट करें
window-repair = सुधारें
window-go-back = वापस लौटें
window-uninstall = हटाएँ
window-cancel = रद्द करें
window-language = भाषा
window-close = बंद करें
window-later = बंद होने पर
window-open = खोलें
window-back = पीछे
window-continue = जारी रखें
window-try-again = फिर कोशिश करें
window-copy = कॉपी करें
window-copy-details = विवरण कॉपी करें
window-stop = रोकें
window-stop-close = रोकें और बंद करें
window-go-on = चलने दें

window-step = { $step }…
window-nothing-changed = अभी तक कुछ नहीं बदला है।
window-going-on = जहाँ रुका था, वहीं से आगे बढ़ रहा है…
window-stopping = रोका जा रहा है…

window-offer-install = { $name } इंस्टॉल करें
window-offer-upgrade = { $name } अपडेट करें
window-offer-repair = { $name } सुधारें
window-offer-go-back = { $name } के पिछले संस्करण पर लौटें?
window-offer-uninstall = { $name } हटाएँ?
window-consequence-upgrade = नया संस्करण ठीक से शुरू होने तक मौजूदा संस्करण बना रहेगा, और फिर वापस लौटने के लिए रखा जाएगा।
window-consequence-repair = जो ख़राब है या नहीं है, उसे वापस लाया जाएगा। आपका डेटा नहीं छेड़ा जाएगा।
window-consequence-go-back = संस्करण { $version } फिर से इस्तेमाल होगा। नए संस्करण ने जो डेटा बदला है, हो सकता है वह इसमें न खुले: यह प्रकाशक को पता होगा।
window-consequence-uninstall = ऐप्लिकेशन और उसके साथ इंस्टॉल की गई हर चीज़ इस कंप्यूटर से हटा दी जाएगी।

window-version = संस्करण { $version }
window-version-size = संस्करण { $version } · { BYTES($size) } डाउनलोड होगा
window-verified = सत्यापित प्रकाशक: { $publisher }
window-fact-signed = हस्ताक्षर
window-signed = { $signed ->
    [one] { COUNT($keys) } में से { COUNT($signed) } कुंजी, { COUNT($threshold) } ज़रूरी
   *[other] { COUNT($keys) } में से { COUNT($signed) } कुंजियाँ, { COUNT($threshold) } ज़रूरी
}
window-fact-download = डाउनलोड
window-download = { COUNT($packages) } पैकेज में { BYTES($size) }
window-download-none = कुछ नहीं, सब कुछ यहाँ है
window-fact-disk = डिस्क पर
window-disk = लगभग { BYTES($size) }
window-fact-folder = फ़ोल्डर

window-options = विकल्प
window-folder = जिस फ़ोल्डर में इंस्टॉल करना है
window-switch-start = तैयार होने पर { $name } शुरू करें
window-switch-menu = मेन्यू में जोड़ें
window-switch-desktop = डेस्कटॉप पर आइकन जोड़ें
window-switch-path = टर्मिनल को इसकी कमांड मिलें (उन्हें PATH में जोड़ें)

window-now-install = { $name } इंस्टॉल हो रहा है
window-now-upgrade = { $name } अपडेट हो रहा है
window-now-repair = { $name } सुधारा जा रहा है
window-now-go-back = { $name } के पिछले संस्करण पर लौट रहे हैं
window-now-uninstall = { $name } हटाया जा रहा है

window-speed = { BYTES($speed) }/से॰
window-left = लगभग { DURATION($left) } बाकी
window-speed-left = { BYTES($speed) }/से॰ · लगभग { DURATION($left) } बाकी
window-waiting = नेटवर्क का इंतज़ार है। काम अपने-आप आगे बढ़ेगा।

window-details = विवरण
window-arrived = { $artifact } आ गया, { BYTES($size) }
window-building = { $package } बन गया
window-installed = { $package } इंस्टॉल हो गया

window-spoken = { $step } { PERCENT($progress) }

window-installed-version = संस्करण { $version } इंस्टॉल है
window-news-none = यह अप-टू-डेट है।
window-news-upgrade = संस्करण { $version } उपलब्ध है, { BYTES($size) } डाउनलोड होगा।
window-news-left-aside = यह काम कर रहा है। संस्करण { $version } नया है; आप उससे वापस आए थे।
window-news-broken = इसका कुछ हिस्सा ख़राब है या नहीं है, और उसे सुधारा जा सकता है।
window-news-unknown = पता नहीं चल सका कि कोई नया संस्करण है या नहीं।
window-about-repair = जो ख़राब है या नहीं है, उसे वापस लाता है।
window-about-go-back = संस्करण { $version } फिर इस्तेमाल करता है, जो अब भी यहाँ है।
window-about-uninstall = जब तक आप कुछ और न चुनें, आपका डेटा बना रहेगा।
window-running = अभी चल रहा है: { $programs }। बंद होने तक यह उसी संस्करण से चलेगा जिससे शुरू हुआ था।

window-goes-size = यह हटाया जाएगा ({ BYTES($size) }):
window-data = यह बना रहेगा, जब तक आप इसे यहाँ चालू न करें:
window-data-remove = { $folder } में आपका डेटा भी हटाएँ ({ BYTES($size) })
window-downloads-remove = वे डाउनलोड हटाएँ जिनकी किसी और को ज़रूरत नहीं ({ BYTES($size) })

window-ready = { $name } तैयार है
window-removed = { $name } हटा दिया गया
window-removed-kept = आपका डेटा नहीं छेड़ा गया।
window-removed-data = आपका चुना हुआ डेटा भी हटा दिया गया।
window-done-install = सब कुछ जाँच लिया गया है और काम कर रहा है।
window-done-upgrade = नया संस्करण जाँच लिया गया है और काम कर रहा है। पिछला वापस लौटने के लिए रखा गया है।
window-done-repair = सब कुछ जाँच लिया गया है और फिर से काम कर रहा है।
window-done-go-back = पिछला संस्करण फिर से इस्तेमाल हो रहा है।
window-done-nothing = कुछ भी ख़राब नहीं था, और कुछ करने की ज़रूरत नहीं थी।
window-done-later = संस्करण { $version } तैयार है। यह प्रोग्राम अगली बार शुरू होने पर उस पर चला जाएगा।
window-still-running = अब भी पिछले संस्करण से चल रहा है: { $programs }। इस संस्करण के लिए उसे फिर से शुरू करें।
window-type-this = इसे शुरू करने के लिए टर्मिनल में यह टाइप करें:
window-copied = कॉपी हो गया
window-where = इसकी कमांड { $folder } में हैं।
window-not-on-path = इसकी कमांड { $folder } में हैं, जो PATH में नहीं है: जब तक वह जुड़ न जाए, टर्मिनल में पूरा पाथ लिखना होगा।
window-stopped = रोक दिया गया
window-stopped-kept = कुछ भी नहीं बदला गया। जो डाउनलोड हुआ, वह रखा गया है, और अगली बार काम वहीं से आगे बढ़ेगा।

window-failed = { $name } इंस्टॉल नहीं हो सका
window-failed-network = कनेक्शन नहीं है
window-failed-refused = आपकी सुरक्षा के लिए इंस्टॉल नहीं किया
window-failed-older = पुराना संस्करण मना कर दिया गया
window-failed-python = सही Python मौजूद नहीं है
window-failed-package = एक पैकेज इस कंप्यूटर के लिए नहीं है
window-failed-disk = समस्या डिस्क या फ़ोल्डर में है
window-failed-busy = एक और इंस्टॉल चल रहा है
window-failed-removal = { $name } हटाया नहीं जा सका
window-failed-repair = { $name } सुधारा नहीं जा सका
window-failed-go-back = { $name } के पिछले संस्करण पर लौटा नहीं जा सका
window-code = विवरण ({ $code })
window-tries-in = { DURATION($left) } में फिर कोशिश होगी
window-kept = जो डाउनलोड हुआ, वह रखा गया है।
window-support = सहायता: { $support }

window-proxy-name = प्रॉक्सी के लिए नाम
window-proxy-password = पासवर्ड

window-ask-cancel = यहीं रोकें?
window-ask-close = रोककर विंडो बंद करें?
window-ask-kept = जो डाउनलोड हुआ, वह रखा गया है, और अगली बार काम वहीं से आगे बढ़ेगा।
window-ask-undone = जो शुरू हुआ था, उसे वापस लिया जाएगा। जो पहले इंस्टॉल था, वह वैसा ही रहेगा।

window-caption = { $name } Kurulumu

window-install = Kur
window-upgrade = Güncelle
window-repair = Onar
window-go-back = Geri dön
window-uninstall = Kaldır
window-cancel = İptal
window-language = Dil
window-close = Kapat
window-later = Kapatılınca
window-open = Aç
window-back = Geri
window-continue = Devam et
window-try-again = Yeniden dene
window-copy = Kopyala
window-copy-details = Ayrıntıları kopyala
window-stop = Durdur
window-stop-close = Durdur ve kapat
window-go-on = Sürdür

window-step = { $step }…
window-nothing-changed = Henüz hiçbir şey değiştirilmedi.
window-going-on = Kaldığı yerden devam ediliyor…
window-stopping = Durduruluyor…

window-offer-install = { $name } kurulumu
window-offer-upgrade = { $name } güncellemesi
window-offer-repair = { $name } onarımı
window-offer-go-back = Önceki { $name } sürümüne dönülsün mü?
window-offer-uninstall = { $name } kaldırılsın mı?
window-consequence-upgrade = Kurulu sürüm, yenisi sorunsuz başlayana kadar kalır; sonra da geri dönebilmeniz için saklanır.
window-consequence-repair = Hasarlı veya eksik olanlar yerine konur. Kendi verilerinize dokunulmaz.
window-consequence-go-back = { $version } sürümü yeniden kullanılır. Yeni sürümün değiştirdiği veriler bu sürümde açılmayabilir: yayıncıya danışın.
window-consequence-uninstall = Uygulama ve onunla birlikte kurulan her şey bu bilgisayardan kaldırılır.

window-version = Sürüm { $version }
window-version-size = Sürüm { $version } · indirilecek: { BYTES($size) }
window-verified = Doğrulanmış yayıncı: { $publisher }
window-fact-signed = İmzalar
window-signed = { $signed ->
    [one] { COUNT($keys) } anahtardan { COUNT($signed) } tanesi, gereken: { COUNT($threshold) }
   *[other] { COUNT($keys) } anahtardan { COUNT($signed) } tanesi, gereken: { COUNT($threshold) }
}
window-fact-download = İndirme
window-download = { $packages ->
    [one] { COUNT($packages) } pakette { BYTES($size) }
   *[other] { COUNT($packages) } pakette { BYTES($size) }
}
window-download-none = Yok, hepsi zaten burada
window-fact-disk = Diskte
window-disk = yaklaşık { BYTES($size) }
window-fact-folder = Klasör

window-options = Seçenekler
window-folder = Kurulum klasörü
window-switch-start = Hazır olunca { $name } başlatılsın
window-switch-menu = Menüye ekle
window-switch-desktop = Masaüstüne simge ekle
window-switch-path = Uçbirimler komutlarını bulsun (PATH’e ekle)

window-now-install = { $name } kuruluyor
window-now-upgrade = { $name } güncelleniyor
window-now-repair = { $name } onarılıyor
window-now-go-back = Önceki { $name } sürümüne dönülüyor
window-now-uninstall = { $name } kaldırılıyor

window-speed = { BYTES($speed) }/sn
window-left = yaklaşık { DURATION($left) } kaldı
window-speed-left = { BYTES($speed) }/sn · yaklaşık { DURATION($left) } kaldı
window-waiting = Ağ bekleniyor. Kendiliğinden devam edecek.

window-details = Ayrıntılar
window-arrived = { $artifact } indirildi, { BYTES($size) }
window-building = { $package } derleniyor
window-installed = { $package } kuruldu

window-spoken = { $step } { PERCENT($progress) }

window-installed-version = { $version } sürümü kurulu
window-news-none = Uygulama güncel.
window-news-upgrade = { $version } sürümü var, indirilecek: { BYTES($size) }.
window-news-left-aside = Uygulama çalışıyor. { $version } sürümü daha yeni; ondan geri döndünüz.
window-news-broken = Bir kısmı hasarlı veya eksik; onarılabilir.
window-news-unknown = Daha yeni bir sürüm olup olmadığı öğrenilemedi.
window-about-repair = Hasarlı veya eksik olanları yerine koyar.
window-about-go-back = Hâlâ burada olan { $version } sürümünü yeniden kullanır.
window-about-uninstall = Aksini seçmedikçe kendi verileriniz kalır.
window-running = Şu anda çalışıyor: { $programs }. Kapatılana kadar başlatıldığı sürümle çalışmayı sürdürür.

window-goes-size = Şunlar kaldırılır ({ BYTES($size) }):
window-data = Burada seçmediğiniz sürece şunlar kalır:
window-data-remove = { $folder } içindeki verilerinizi de kaldır ({ BYTES($size) })
window-downloads-remove = Başka hiçbir şeyin gerek duymadığı indirmeleri kaldır ({ BYTES($size) })

window-ready = { $name } hazır
window-removed = { $name } kaldırıldı
window-removed-kept = Kendi verilerinize dokunulmadı.
window-removed-data = Seçtiğiniz veriler de kaldırıldı.
window-done-install = Her şey denetlendi ve çalışıyor.
window-done-upgrade = Yeni sürüm denetlendi ve çalışıyor. Önceki sürüm geri dönebilmeniz için saklanıyor.
window-done-repair = Her şey denetlendi ve yeniden çalışıyor.
window-done-go-back = Önceki sürüm yeniden kullanılıyor.
window-done-nothing = Hasar yoktu, yapılması gereken bir şey de yoktu.
window-done-later = { $version } sürümü hazır. Bu program bir sonraki başlatılışında ona geçecek.
window-still-running = Hâlâ önceki sürümle çalışıyor: { $programs }. Yeni sürümü kullanmak için yeniden başlatın.
window-type-this = Başlatmak için bunu bir uçbirime yazın:
window-copied = Kopyalandı
window-where = Komutları { $folder } klasöründe.
window-not-on-path = Komutları { $folder } klasöründe. Bu klasör PATH’te değil: eklenene kadar uçbirimlerde tam yolu yazmanız gerekir.
window-stopped = Durduruldu
window-stopped-kept = Hiçbir şey değiştirilmedi. İndirilenler saklanır ve bir dahaki sefere oradan devam edilir.

window-failed = { $name } kurulamadı
window-failed-network = Bağlantı yok
window-failed-refused = Güvenliğiniz için kurulmadı
window-failed-older = Eski sürüm reddedildi
window-failed-python = Uygun bir Python yok
window-failed-package = Bir paket bu bilgisayar için yok
window-failed-disk = Sorun diskte veya klasörde
window-failed-busy = Başka bir kurulum sürüyor
window-failed-removal = { $name } kaldırılamadı
window-failed-repair = { $name } onarılamadı
window-failed-go-back = Önceki { $name } sürümüne dönülemedi
window-code = Ayrıntılar ({ $code })
window-tries-in = { DURATION($left) } sonra yeniden denenecek
window-kept = İndirilenler saklandı.
window-support = Yardım: { $support }

window-proxy-name = Vekil sunucu için ad
window-proxy-password = Parola

window-ask-cancel = Burada durdurulsun mu?
window-ask-close = Durdurulup pencere kapatılsın mı?
window-ask-kept = İndirilenler saklanır ve bir dahaki sefere oradan devam edilir.
window-ask-undone = Başlanan işlem geri alınır. Daha önce kurulu olanlar olduğu gibi kalır.

plan-publisher = {"  "}Yayıncı: { $publisher }; imzalayan anahtar: { COUNT($signed) } / { COUNT($keys) } (gereken: { COUNT($threshold) })
plan-python = {"  "}Python: { $python }
plan-packages = {"  "}Paketler: { COUNT($packages) } ({ BYTES($size) }; indirilecek: { BYTES($fetch) })
plan-builds = {"  "}Bu bilgisayarda derlenecek: { $packages }
plan-running = {"  "}Şu anda çalışıyor: { $programs }. Başlatıldığı sürümle çalışmayı sürdürür; ihtiyaç duyduğu hiçbir şey kaldırılmaz.
plan-go-back-data = {"  "}Kendi verileriniz olduğu gibi kalır. Yeni sürümün yazdıklarını eski sürüm anlamayabilir: önemliyse önce bir kopyasını alın.
plan-folder = {"  "}Klasör: { $folder }

plain-phase = { $phase }…
plain-detail = {"  "}{ $detail }
plain-progress = {"  "}{ $whole }: { $detail }
outcome-install = { $version } sürümü kuruldu.
outcome-upgrade = { $version } sürümü kuruldu. Önceki sürüm saklanıyor: “{ $command }” ile ona dönebilirsiniz.
outcome-upgrade-later = { $version } sürümü hâlâ çalışıyor. { $pending } sürümü hazır; bu program bir sonraki başlatılışında ona geçecek.
outcome-go-back = { $version } sürümü yeniden kuruldu. Bıraktığınız sürüm saklanıyor: “{ $command }” ile ona dönebilirsiniz.
outcome-repair = { $version } sürümü baştan kuruldu.
outcome-mend = { $version } sürümü yeniden olması gerektiği gibi.
outcome-verify = Hasar yok: { $version } sürümü kurulduğu gibi duruyor.
outcome-up-to-date = { $version } sürümü kurulu ve güncel.
outcome-left-aside = { $version } sürümü kurulu. { $newer } sürümünden geri döndüğünüz için o sürüm kendiliğinden kurulmaz; kurmak için “{ $command }” komutunu kullanın.
outcome-running = Hâlâ önceki sürümle çalışıyor: { $programs }. Yeni sürümü kullanmak için yeniden başlatın.
outcome-uninstall = Kaldırıldı.
outcome-commands = Başlatmak için: { $commands }
outcome-not-on-path = { $folder } klasörü PATH’te değil. Komutları klasör adı olmadan yazabilmek için onu PATH’e ekleyin.
outcome-path-line = Yalnızca adıyla başlatmak için şu satırı { $file } dosyasına ekleyin veya bunu --add-to-path ile yeniden çalıştırın:
outcome-path-added = Komutların klasörü { $file } dosyasında PATH’e eklendi. Kullanmak için yeni bir uçbirim açın.
failure-message = Hata: { $message } [{ $code }]
failure-hint = Yapabilecekleriniz: { $hint }
failure-details = Ayrıntılar:

findings-compared = { $version } sürümü: { COUNT($files) } dosya karşılaştırıldı ({ BYTES($size) }); { COUNT($packages) } paketten { COUNT($signed) } tanesi yayıncının imzaladıklarıyla, diğerleri kurulum kaydıyla
findings-mended = Onarılanlar ({ COUNT($count) }):
findings-more = {"  "}ve { COUNT($count) } tane daha; tümünü --json listeler

check-up-to-date = { $name } { $installed } güncel.
check-upgrade = { $name } { $offered } kurulabilir; kurulu sürüm: { $installed }.
check-upgrade-size = { $name } { $offered } kurulabilir (indirilecek: { BYTES($size) }); kurulu sürüm: { $installed }.
check-security = { $installed } sürümünün bilinen güvenlik sorunları var.
check-obstacle = {"  "}Bu bilgisayara şu anki hâliyle kurulamaz [{ $code }].

removal-goes = { $name } { $version } ile birlikte şunlar kaldırılır:
removal-folder = {"  "}{ $path } ({ BYTES($size) })
removal-stays = Şunlar kalır:
removal-data = {"  "}{ $path } içindeki verileriniz ({ BYTES($size) }); --remove-data { $path } bunları da kaldırır
removal-data-goes = {"  "}{ $path } içindeki verileriniz ({ BYTES($size) })
removal-left = {"  "}{ $path }; sonradan değiştirilmiş veya bu programa ait değil
removal-downloads = {"  "}başka hiçbir şeyin gerek duymadığı indirmeler ({ BYTES($size) }); --remove-downloads bunları da kaldırır
removal-downloads-goes = {"  "}başka hiçbir şeyin gerek duymadığı indirmeler ({ BYTES($size) })

status-nothing = Kurulu bir şey yok.
status-installed = { $name } { $version }, kurulum: { $time }
status-python = {"  "}Python: { $version } ({ $path })
status-packages = {"  "}Paketler: { COUNT($packages) }
status-previous = {"  "}Geri dönmek için saklanan: { $version }
status-file = {"  "}Kendi klasörünün dışında: { $path }
shell-line = { $path } dosyasında komutları PATH’e ekleyen satır

note-locale = “{ $asked }” dilinde metin yok. Var olanlar: { $known }
note-log = Bu çalıştırmanın günlüğü: { $path }
note-anothers = Başka bir hesaba ait ({ $owner }) ve yalnızca görüntülenir.
note-no-desktop = Burada masaüstü klasörü yok, bu yüzden --desktop-shortcut seçeneğinin etkisi olmaz.

ask-uninstall = { $name }, { $folder } klasöründen kaldırılsın mı?
ask-remove-data = { $path } içindeki verileriniz ({ BYTES($size) }) de kaldırılsın mı? Bunlar geri getirilemez.
ask-remove-downloads = Başka hiçbir şeyin gerek duymadığı indirmeler ({ BYTES($size) }) de kaldırılsın mı?
answer-choices = [e/H]
answer-yes = e evet y yes

help-about = Bir Python uygulamasını imzalı yayınlardan kurar ve güncel tutar.
help-usage = Kullanım: { $program } [KOMUT] [SEÇENEKLER]
help-commands = Komutlar:
help-command-none = komut verilmezse: gerekene göre kur, güncelle veya yarım kalanı bitir
help-command-install = uygulamayı kur
help-command-upgrade = varsa daha yeni bir yayını kur
help-command-repair = kurulu yayında hasar gören yerleri onar
help-command-go-back = önceki sürüme dön; ağ gerekmez
help-command-verify = kurulu her dosyayı yayımlananla karşılaştır
help-command-check = daha yeni bir yayın olup olmadığını bildir
help-command-status = nelerin kurulu olduğunu göster
help-command-uninstall = uygulamayı kaldır; kendi verileriniz kalır
help-options = Seçenekler:
help-prefix = bu klasöre kur
help-python = bu Python’u veya bu sürümde bir Python’u kullan
help-repository = yayınları buradan al
help-profile = başka bir uygulama kur: profile.toml ve root.json içeren bir klasör
help-index-url = paketleri yalnızca bu dizinden indir
help-mirror = files.pythonhosted.org için önce bu yansıyı dene; yinelenebilir
help-find-links = paketleri önce bu klasörde ara; yinelenebilir
help-offline = ağı kullanma
help-proxy = bu vekil sunucuyu kullan: http://NAME:PASSWORD@HOST:PORT
help-ca = bu dosyadaki sertifika yetkililerine de güven
help-later = uygulama çalışırken yeni sürümü yalnızca hazırla: bir sonraki başlatma ona geçer
help-wait = süren başka bir kurulumu bu kadar bekle; verilmezse on dakika, --silent veya --json ile hiç
help-face = pencere (“window”) göster veya uçbirimi (“terminal”) kullan
help-menu = uygulama menüsüne bir girdi (--no-menu verilmedikçe eklenir)
help-desktop-shortcut = masaüstüne bir simge (yalnızca istenirse)
help-add-to-path = kabuk komutları bulsun: klasörlerini PATH’e ekle; güncellemeler için hatırlanır
help-silent = hatalar dışında bir şey söyleme, hiçbir şey sorma
help-json = her şeyi JSON satırları olarak bildir
help-yes = kaldırmadan önceki soruyu evet diye yanıtla
help-anew = repair ile: her şeyi baştan kur
help-remove-data = uninstall ile: verilerinizin bu klasörünü de kaldır; yinelenebilir
help-remove-downloads = uninstall ile: indirmeleri de kaldır
help-locale = bu dili kullan, örneğin tr
help-log = günlük yaz
help-replay = --json ile kaydedileni bir pencerede göster; hiçbir şey kurulmaz
help-version = bu programın sürümünü göster
help-help = bu sayfayı göster
help-exit =
    Çıkış durumu: 0 tamamlandı veya yapacak bir şey yok, 2 kullanım, 10 ağ,
    11 güvenlik nedeniyle reddedildi, 12 eski yayın reddedildi, 13 uygun Python yok,
    14 wheel veya derleyici yok, 15 disk veya izinler, 16 ortam, 17 meşgul, 18 kurulu değil,
    19 hasarlı, 100 “check” güncelleme buldu, 70 iç hata, 130 iptal edildi.

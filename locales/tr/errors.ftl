usage-unknown-command = “{ $command }” diye bir komut yok.
usage-unknown-command-hint = { $suggestion ->
    [none] Neler olduğunu “{ $program } --help” ile görebilirsiniz.
   *[other] “{ $suggestion }” mı demek istediniz? Neler olduğunu “{ $program } --help” ile görebilirsiniz.
}
usage-two-commands = “{ $first }” ve “{ $second }” iki ayrı komuttur.
usage-two-commands-hint = Her çalıştırmada tek bir komut verin.
usage-unknown-option = “{ $option }” diye bir seçenek yok.
usage-unknown-option-hint = { $suggestion ->
    [none] Neler olduğunu “{ $program } --help” ile görebilirsiniz.
   *[other] “{ $suggestion }” mı demek istediniz? Neler olduğunu “{ $program } --help” ile görebilirsiniz.
}
usage-missing-value = “{ $option }” seçeneği bir değer ister.
usage-missing-value-hint = Değeri ardına yazın: “{ $option } VALUE”. Bkz. “{ $program } --help”.
usage-surplus-value = “{ $option }” seçeneği değer almaz.
usage-surplus-value-hint = Yalnızca “{ $option }” yazın. Bkz. “{ $program } --help”.
usage-bad-value = “{ $value }” değeri “{ $option }” için anlamlı değil.
usage-bad-value-hint = “{ $option }” seçeneğinin ne beklediğini “{ $program } --help” ile görebilirsiniz.
usage-twice = “{ $option }” seçeneği iki kez verildi.
usage-twice-hint = Bir kez verin.
usage-conflict = “{ $option }” ve “{ $other }” birlikte kullanılamaz.
usage-conflict-hint = Birini çıkarın.
usage-misplaced-option = “{ $option }” seçeneğinin bu komutta etkisi yoktur.
usage-misplaced-option-hint = Şununla kullanılır: { $commands }
usage-bad-profile = { $path } uygulama profili kullanılamıyor.
usage-bad-profile-hint = Klasörde okunabilir profile.toml ve root.json dosyaları bulunmalıdır. Klasörü size verenden yeni bir kopya isteyin.
usage-bad-certificates = { $path } içinde kullanılabilecek sertifika yok.
usage-bad-certificates-hint = --ca ile PEM biçiminde sertifikalar içeren bir dosya belirtin.
usage-no-certificates = Sertifika yetkililerini içeren { $path } dosyası okunamıyor.
usage-no-certificates-hint = --ca seçeneğinden sonraki adı denetleyin: okuma izniniz olan, PEM biçiminde sertifikalar içeren bir dosya olmalıdır.
usage-bad-proxy = { $host } vekil sunucu olarak kullanılamıyor.
usage-bad-proxy-hint = --proxy değerini denetleyin.
usage-no-home = Bu hesabın ev klasörü yok.
usage-no-home-hint = HOME değişkenini ayarlayın veya ev klasörü olan bir kullanıcı olarak çalıştırın.
usage-no-such-data = { $path }, bu uygulamanın verilerini içeren bir klasör değil.
usage-no-such-data-hint = { $folders ->
    [none] Bu uygulama bir veri klasörü belirtmiyor veya böyle bir klasör yok.
   *[other] Şunlardan birini tam burada yazıldığı gibi verin: { $folders }
}
usage-no-consent = Bir uygulamayı kaldırmak için yanıt gerekir ve burada kimseye sorulamıyor.
usage-no-consent-hint = Uygulama kaldırılacaksa --yes ile yeniden çalıştırın.
usage-no-face = Pencere açılamadı ve burada soru sorulabilecek bir uçbirim yok.
usage-no-face-hint = Bir uçbirimde başlatın: { $command }

repository-unreachable = { $place } adresine ulaşılamadı veya düzgün yanıt alınamadı (istenen: { $file }).
repository-unreachable-hint = İnternet bağlantısını ve vekil sunucu ayarlarını denetleyip yeniden deneyin. Hiçbir şey değiştirilmedi.
repository-not-there = { $place } adresinde yayın yok: { $file } eksik.
repository-not-there-hint = Adresi denetleyin. Doğruysa uygulamanın yayıncısına bildirin.
repository-too-long = { $place } adresinden gelen veri, { $file } için izin verilen { BYTES($limit) } sınırını aştı.
repository-too-long-hint = Yoldaki bir şeye veya sunucunun kendisine güvenilemez. Başka bir ağ deneyin; yeniden olursa yayıncıya bildirin.
repository-offline = Yayınlar { $place } adresinde ve --offline oraya bakılmasını engelliyor.
repository-offline-hint = --offline olmadan çalıştırın veya --repository ile yayınların bulunduğu bir klasör belirtin.

trust-expired = Yayıncının “{ $role }” imzasının süresi doldu: { $expires }. Bu bilgisayarın saatine göre şimdi: { $now }.
trust-expired-hint = Bu bilgisayarın tarih ve saatini denetleyin. Doğruysa yayıncının imzayı yenilemesi gerekir: ona bildirin ve daha sonra yeniden deneyin.
trust-clock-behind = Yayıncının “{ $role }” imzasının süresi doldu: { $expires }. Bu bilgisayarın saatine göre şimdi: { $now }; oysa bu programın yapıldığı veya son çalıştığı zaman: { $known }.
trust-clock-behind-hint = Bu bilgisayarın tarih ve saatini denetleyin. Saat önceden yanlış, şimdi doğruysa uygulamayı kaldırıp yeniden kurun.
trust-threshold = “{ $role }” için { COUNT($need) } anahtarın imzası gerekiyor, imzalayan anahtar sayısı: { COUNT($have) }.
trust-threshold-hint = Bu kaynaktan kurmayın. Yayın değiştirilmiş veya yeterince yayıncı tarafından imzalanmamış. Yayıncıya bildirin.
trust-rollback = Sunucu “{ $role }” için { $offered } sürümünü sunuyor; bu, daha önce görülen { $trusted } sürümünden eski.
trust-rollback-hint = Sunucu veya yoldaki bir şey eski bir durumu gösteriyor. Başka bir ağ veya yansı deneyin; sorun sürerse yayıncıya bildirin.
trust-malformed = { $file }, bir yayıncı dosyasının olması gerektiği gibi değil.
trust-malformed-hint = Sunucunun yerine ağın oturum açma sayfası yanıt vermiş olabilir: herhangi bir web sayfasını açın, oturum açın ve yeniden deneyin. Sorun sürerse yayıncıya bildirin.
trust-web-page = { $file }, yayıncının dosyası yerine bir web sayfası.
trust-web-page-hint = Bu ağ büyük olasılıkla oturum açmanızı istiyor: herhangi bir web sayfasını açın, oturum açın ve yeniden deneyin.
trust-inconsistent = Yayıncının dosyaları birbiriyle uyuşmuyor: { $file }.
trust-inconsistent-hint = Şu anda sunucuya yeni bir yayın yükleniyor olabilir: birkaç dakika sonra yeniden deneyin. Sorun sürerse yayıncıya bildirin.
trust-many-roots = Bu bilgisayarın son denetiminden bu yana yayıncının anahtarları { COUNT($limit) } kereden fazla değişti.
trust-many-roots-hint = Yeniden başlatın: buradan devam edilir.
trust-other-application = Bu, { $expected } uygulamasının değil, { $found } uygulamasının bir yayını.
trust-other-application-hint = Deponun adresini denetleyin. Doğruysa yayıncıya bildirin.
trust-unsupported = { $file }, bu programın desteklemediği bir şey kullanıyor: { $feature }.
trust-unsupported-hint = En yeni kurulum programını yayıncıdan alın.
trust-mismatch = { $file }, yayıncının imzaladığı dosya değil.
trust-mismatch-hint = Dosya değiştirilmiş veya hasar görmüş; kullanılmadı. Yeniden deneyin veya başka bir ağ kullanın; sorun sürerse yayıncıya bildirin.
trust-too-long = { $file }, izin verilen { BYTES($limit) } sınırını aşıyor.
trust-too-long-hint = Dosya kullanılmadı. Yayıncıya bildirin.
trust-floor = Sunucu { $offered } sürümünü sunuyor, ancak bu kurulum programı { $floor } sürümünden eskisini kabul etmiyor.
trust-floor-hint = Sunucu veya yoldaki bir şey eski bir durumu gösteriyor. Başka bir ağ veya yansı deneyin; sorun sürerse yayıncıya bildirin.
trust-newer-format = { $file } dosyasının biçimi: { $format }; bu programın okuyabildiği en yeni biçim: { $supported }.
trust-newer-format-hint = En yeni kurulum programını yayıncıdan alın.

plan-older = { $installed } sürümü kurulu; daha eski olan { $offered } sürümü onun üzerine kurulmaz.
plan-older-hint = Eski sürümü istiyorsanız önce kurulu olanı kaldırın. Verileriniz kalır.
plan-replaced = { $version } sürümü yeniden yayımlandı ve sunucu ikisinden eski olanını sunuyor.
plan-replaced-hint = Sunucu veya yoldaki bir şey eski bir durumu gösteriyor. Başka bir ağ veya yansı deneyin; sorun sürerse yayıncıya bildirin.
plan-below-floor = { $offered } sürümünün bilinen güvenlik sorunları var; yayıncı artık { $floor } sürümünden eskisini kabul etmiyor.
plan-below-floor-hint = Daha yeni bir sürüm kullanın. Yoksa yayıncıya bildirin.
plan-not-installed = Uygulama burada kurulu değil.
plan-not-installed-hint = Önce kurun veya klasörünü --prefix ile belirtin.
    .window = Önce kurun.
plan-no-previous = Geri dönülecek önceki bir sürüm yok.
plan-no-previous-hint = Her güncellemeden sonra yalnızca bir önceki sürüm saklanır. Kurulu olan olduğu gibi kalır.
plan-other-application = Klasörde { $installed } var; { $offered } oraya kurulamaz.
plan-other-application-hint = --prefix ile başka bir klasör seçin.
    .window = Başka bir klasör seçin.
plan-no-python = Uygun bir Python bulunamadı. Gereken: { $needed }.
plan-no-python-hint = Böyle bir Python’u python.org adresinden veya sistemin paket yöneticisiyle kurun ya da --python ile birini belirtin.
    .window = Böyle bir Python’u python.org adresinden veya sistemin paket yöneticisiyle kurun.
plan-other-python = İstenen { $asked } kullanılamıyor. Gereken: { $needed }.
plan-other-python-hint = --python ile başka bir Python belirtin veya seçeneği kullanmayın: o zaman uygun bir Python aranır. Ne bulunduğu ayrıntılarda yazıyor.
plan-no-wheel = Bu bilgisayar için hazır paket yok ({ $platform }, Python { $python }): { $packages }.
plan-no-wheel-hint = --python ile başka bir Python deneyin. Olmazsa yayıncıdan bu bilgisayarı desteklemesini isteyin.
    .window = Python’un başka bir sürümünü kurun. Olmazsa yayıncıdan bu bilgisayarı desteklemesini isteyin.
plan-no-compiler = Bu paketlerin bu bilgisayarda derlenmesi gerekiyor, ancak Python’un başlık dosyalarıyla çalışan bir C derleyicisi bulunamadı: { $packages }.
plan-no-compiler-hint = Bir C derleyicisi ve Python’un geliştirme dosyalarını kurun (Debian’da: build-essential ve python3-dev) veya --python ile başka bir Python deneyin.
    .window = Bir C derleyicisi ve Python’un geliştirme dosyalarını kurun (Debian’da: build-essential ve python3-dev).
plan-bad-lock = Yayın, { $package } paketi konusunda kendisiyle çelişiyor.
plan-bad-lock-hint = Bu, yayıncının hatası: ona bildirin. Hiçbir şey değiştirilmedi.

fetch-unreachable = { $artifact } indirilemedi: { $host } sunucusuna ulaşılamadı.
fetch-unreachable-hint = İnternet bağlantısını ve vekil sunucu ayarlarını denetleyip yeniden başlatın: önceden indirilenler saklanır.
fetch-server = { $artifact } indirilemedi: { $host } sunucusu { $status } hatasıyla yanıt verdi.
fetch-server-hint = Daha sonra yeniden deneyin: önceden indirilenler saklanır.
fetch-not-found = { $artifact } bulunması gereken yerlerin hiçbirinde yok.
fetch-not-found-hint = Bir dizin, yansı veya klasör belirttiyseniz dosyanın orada olduğundan emin olun. Belirtmediyseniz yayıncıya bildirin.
fetch-cut = { $artifact } indirilirken bağlantı koptu: { BYTES($size) } içinden { BYTES($have) } alındı.
fetch-cut-hint = Yeniden başlatın: indirme kaldığı yerden devam eder.
fetch-short = { $artifact } erken bitti: { BYTES($size) } yerine { BYTES($have) } geldi.
fetch-short-hint = Sunucu veya bir vekil sunucu eksik dosya gönderiyor. Yeniden başlatın ya da başka bir ağ veya yansı kullanın.
fetch-too-long = { $artifact }, yayıncının imzaladığı { BYTES($size) } boyutundan büyük.
fetch-too-long-hint = Dosya kullanılmadı. Başka bir ağ veya yansı deneyin; sorun sürerse yayıncıya bildirin.
fetch-wrong-hash = { $host } sunucusundan gelen { $artifact }, yayıncının imzaladığı dosya değil.
fetch-wrong-hash-hint = Dosya yolda değiştirilmiş veya hasar görmüş; kullanılmadı. Başka bir ağ veya yansı deneyin; sorun sürerse yayıncıya bildirin.
fetch-login-page = { $host } dosya yerine bir web sayfasıyla yanıt verdi.
fetch-login-page-hint = Bu ağ büyük olasılıkla oturum açmanızı istiyor: herhangi bir web sayfasını açın, oturum açın ve yeniden başlatın.
fetch-slow = { $host }, { $artifact } dosyasını çok yavaş gönderiyor.
fetch-slow-hint = Daha sonra veya başka bir ağda yeniden başlatın: indirme kaldığı yerden devam eder.
fetch-redirect = { $host }, { $artifact } indirmesini döngüye sokuyor veya güvenli olmayan bir yere yönlendiriyor.
fetch-redirect-hint = Başka bir ağ veya yansı deneyin; sorun sürerse yayıncıya bildirin.
fetch-confused = { $host }, { $artifact } için anlamsız yanıt veriyor.
fetch-confused-hint = Daha sonra yeniden deneyin ya da başka bir yansı veya dizin kullanın.
fetch-tls = { $issuer ->
    [unknown] { $host } ile bağlantı güvenli değil: bu bilgisayar onun sertifikasına güvenmiyor.
   *[other] { $host } ile bağlantı güvenli değil: sertifikasını veren { $issuer } bu bilgisayarın güvendiği bir yetkili değil.
}
fetch-tls-hint = Şirketlerde ağ, bağlantıları inceliyor olabilir: şirketin sertifika yetkilisini isteyin ve dosyayı --ca ile belirtin. Başka yerlerde başka bir ağ kullanın.
    .window = Şirketlerde ağ, bağlantıları inceliyor olabilir: bu bilgisayarla ilgilenen kişiden, bilgisayarın şirketin sertifika yetkilisine güvenmesini sağlamasını isteyin. Başka yerlerde başka bir ağ kullanın.
fetch-proxy = { $proxy ->
    [unknown] { $host } yolundaki vekil sunucu bir ad ve parola istiyor veya verilenleri reddediyor.
   *[other] { $proxy } vekil sunucusu bir ad ve parola istiyor veya verilenleri reddediyor.
}
fetch-proxy-hint = Bunları --proxy http://NAME:PASSWORD@HOST:PORT ile verin.
fetch-proxy-unreachable = { $proxy } vekil sunucusuna ulaşılamadı, bu yüzden { $host } sunucusuna bağlanılamadı.
fetch-proxy-unreachable-hint = Vekil sunucunun adını ve bağlantı noktasını denetleyin: --proxy seçeneğinden sonra, http_proxy ve https_proxy değişkenlerinde veya sistem ayarlarında. Önceden indirilenler saklanır.
    .window = Vekil sunucunun adını ve bağlantı noktasını denetleyin: http_proxy ve https_proxy değişkenlerinde veya sistem ayarlarında. Önceden indirilenler saklanır.
fetch-login = { $host } bir ad ve parola istiyor veya verilenleri reddediyor.
fetch-login-hint = Bunları adresi belirttiğiniz yerde, --index-url, --mirror veya --repository ile https://NAME:PASSWORD@HOST/… biçiminde verin. Adres belirtmediyseniz yayıncıya bildirin.
    .window = Bunları adresi belirttiğiniz yerde, https://NAME:PASSWORD@HOST/… biçiminde verin. Adres belirtmediyseniz yayıncıya bildirin.
fetch-offline = { $count ->
    [one] { COUNT($count) } dosya eksik ve --offline indirilmesini engelliyor: { $artifacts }
   *[other] { COUNT($count) } dosya eksik ve --offline indirilmelerini engelliyor: { $artifacts }
}
fetch-offline-hint = Dosyaları bir klasöre koyup --find-links ile belirtin veya --offline olmadan çalıştırın.

disk-full = { $folder } klasöründe yeterli yer yok.
disk-full-hint = Yer açın veya başka bir klasör seçin: uygulama için --prefix ile, indirmeler için XDG_CACHE_HOME değişkeniyle. İndirilmiş olanlar saklanır.
    .window = Yer açın. İndirilmiş olanlar saklanır.
disk-no-room = { $folder } klasöründe { BYTES($needed) } gerekiyor, boş yer: { BYTES($free) }.
disk-no-room-hint = Yer açın veya başka bir klasör seçin: uygulama için --prefix ile, indirmeler için XDG_CACHE_HOME değişkeniyle. İndirilmiş olanlar saklanır.
    .window = Yer açın. İndirilmiş olanlar saklanır.
disk-rights = { $path } için yazma izni yok.
disk-rights-hint = İzinlerini değiştirin veya --prefix ile başka bir klasör seçin. Yönetici hakları gerekmez.
    .window = İzinlerini değiştirin. Yönetici hakları gerekmez.
disk-foreign-home = { $path } ev klasörü, bunu çalıştıran hesaba değil başka bir hesaba ait. Oraya hiçbir şey yazılmadı.
disk-foreign-home-hint = sudo olmadan başlatın; yönetici hakları gerekmez. Bu hesabın kendisi için kurmak üzere sudo -H kullanın.
disk-name = { $path } oluşturulamıyor: adı çok uzun veya orada izin verilmeyen karakterler içeriyor.
disk-name-hint = --prefix ile adı daha kısa, diskin köküne yakın bir klasör seçin.
    .window = Adı daha kısa, diskin köküne yakın bir klasör seçin.
disk-no-rename = { $folder } klasöründeki dosyalar yeniden adlandırılamıyor.
disk-no-rename-hint = Başka bir diskte klasör seçin: uygulama için --prefix ile, indirmeler için XDG_CACHE_HOME değişkeniyle.
    .window = Başka bir diskte klasör seçin (indirmeler için XDG_CACHE_HOME değişkeniyle).
disk-no-links = { $folder } klasöründe sembolik bağlantı oluşturulamıyor, oysa uygulamanın bunlara ihtiyacı var.
disk-no-links-hint = --prefix ile başka bir diskte klasör seçin; USB bellekler ve ağ sürücüleri çoğu zaman bağlantıları desteklemez.
    .window = Başka bir diskte klasör seçin; USB bellekler ve ağ sürücüleri çoğu zaman bağlantıları desteklemez.
disk-no-locks = { $folder } klasöründeki dosyalar kilitlenemiyor, bu yüzden iki kurulum birbirini engelleyebilir.
disk-no-locks-hint = Bu bilgisayarın kendi diskinde bir klasör seçin: uygulama için --prefix ile, indirmeler için XDG_CACHE_HOME değişkeniyle.
    .window = Bu bilgisayarın kendi diskinde bir klasör seçin (indirmeler için XDG_CACHE_HOME değişkeniyle).
disk-no-execution = { $folder } klasöründe program başlatılmasına izin verilmiyor, bu yüzden uygulama orada çalışamaz.
disk-no-execution-hint = --prefix ile programların çalışabildiği bir klasör seçin.
    .window = Programların çalışabildiği bir klasör seçin.
disk-no-room-for-files = { $folder } klasöründe yaklaşık { COUNT($needed) } dosya oluşturulacak, ancak diskte { COUNT($free) } dosyalık daha yer var.
disk-no-room-for-files-hint = Oradaki dosyaları silin veya --prefix ile başka bir diskte klasör seçin.
    .window = Oradaki dosyaları silin veya başka bir diskte klasör seçin.
disk-path-too-long = { $folder } yolu çok uzun: içindeki dosyalara ad verilebilmesi için en çok { COUNT($most) } karakter olabilir.
disk-path-too-long-hint = --prefix ile yolu daha kısa bir klasör seçin.
    .window = Yolu daha kısa bir klasör seçin.
disk-names-too-short = { $folder } klasöründeki dosya adları en çok { COUNT($most) } karakter olabilir; { COUNT($needed) } karakter gerekiyor. Şifrelenmiş klasörlerde bu sık görülür.
disk-names-too-short-hint = İndirmeler için XDG_CACHE_HOME değişkeniyle başka bir klasör seçin.
disk-other = { $path } okunamadı veya yazılamadı.
disk-other-hint = Sistemin ne dediği ayrıntılarda yazıyor. Orada başka bir şey olup olmadığına veya onu başka bir şeyin kullanıp kullanmadığına bakıp yeniden deneyin; Windows’ta dosyayı bir virüs tarayıcısı tutuyor olabilir.

limit-open-files = Bu hesap aynı anda en çok { COUNT($limit) } dosya açabilir; { COUNT($needed) } dosya gerekiyor.
limit-open-files-hint = Sınırı yükseltin (“ulimit -n”) veya bu bilgisayardan sorumlu kişiye danışın.
limit-file-size = Bu hesap en çok { BYTES($limit) } boyutunda dosya yazabilir; { BYTES($needed) } gerekiyor.
limit-file-size-hint = Sınırı yükseltin (“ulimit -f”) veya bu bilgisayardan sorumlu kişiye danışın.

environment-runtime = Yayınla gelen Python açılamadı veya çalışmıyor.
environment-runtime-hint = Python’u python.org adresinden kurup --python ile belirtin ve yayıncıya bildirin.
    .window = Python’u python.org adresinden kurun ve yayıncıya bildirin.
environment-create = Python, uygulama için bir ortam oluşturamadı.
environment-create-hint = Nedeni ayrıntılarda yazıyor. --python ile başka bir Python veya --prefix ile başka bir klasör deneyin.
    .window = Nedeni ayrıntılarda yazıyor. Başka bir klasör seçin veya Python’un başka bir sürümünü kurun.
environment-start = { $program } başlatılamadı.
environment-start-hint = Nedeni ayrıntılarda yazıyor. O klasörde programlar yasak olabilir: --prefix ile başka bir klasör seçin.
    .window = Nedeni ayrıntılarda yazıyor. O klasörde programlar yasak olabilir: başka bir klasör seçin.
environment-wheel-refused = { $wheel }, hiçbir pakette olmaması gereken bir şey içeriyor ve kurulmadı.
environment-wheel-refused-hint = Ne olduğu ayrıntılarda yazıyor. Yayıncıya bildirin. Hiçbir şey değiştirilmedi.
environment-pip = Paketler kurulamadı.
environment-pip-hint = pip’in ne dediği ayrıntılarda yazıyor. Hiçbir şey değiştirilmedi; yeniden olursa yayıncıya bildirin.
environment-pip-python = Yayının pip’i ({ $pip }) Python { $python } üzerinde çalışmıyor.
environment-pip-python-hint = --python ile başka bir Python belirtin ve yayıncıya bildirin.
    .window = Python’un başka bir sürümünü kurun ve yayıncıya bildirin.
environment-hash = Bir paket, yayıncının imzaladığı paket değil; pip onu reddetti.
environment-hash-hint = Disk veya başka bir program dosyaları değiştiriyor. Yeni sürüme geçilmedi; yeniden deneyin.
environment-build = { $package } bu bilgisayarda derlenemedi.
environment-build-hint = Derlemenin çıktısı ayrıntılarda yazıyor; çoğu zaman bir kitaplığın geliştirme dosyaları eksiktir. Başka bir Python için hazır paket olabilir: --python seçeneğini deneyin.
    .window = Derlemenin çıktısı ayrıntılarda yazıyor; çoğu zaman bir kitaplığın geliştirme dosyaları eksiktir. Başka bir Python için hazır paket olabilir.
environment-no-headers = { $package } paketinin bu bilgisayarda derlenmesi gerekiyor, ancak { $python } için C başlık dosyaları yok.
environment-no-headers-hint = Python’un geliştirme dosyalarını kurun (Debian’da: python3-dev) veya --python ile başka bir Python deneyin.
    .window = Python’un geliştirme dosyalarını kurun (Debian’da: python3-dev).
environment-no-command = Yayında, var olduğu belirtilen “{ $command }” komutu yok.
environment-no-command-hint = Bu, yayıncının hatası: ona bildirin. Yeni sürüme geçilmedi.
environment-changed = Kurulumdan sonra { $path } olması gerektiği gibi değildi.
environment-changed-hint = Disk veya başka bir program (virüs tarayıcısı?) dosyaları değiştiriyor. Yeni sürüme geçilmedi; yeniden deneyin.
environment-check = Kurulan paketler birbiriyle uyuşmuyor.
environment-check-hint = Bu, yayındaki bir hata: yayıncıya bildirin. Yeni sürüme geçilmedi.
environment-smoke-test = Yeni kurulan uygulama başlamıyor.
environment-smoke-test-hint = Ne dediği ayrıntılarda yazıyor. Yeni sürüme geçilmedi; yayıncıya bildirin.
environment-time = Kurulumun bir adımı çok uzun sürdü ve durduruldu.
environment-time-hint = Bilgisayar daha az meşgulken yeniden deneyin. Yeni sürüme geçilmedi.

activate-launcher-taken = { $path } başka bir şeye ait; üzerine yazılmadı.
activate-launcher-taken-hint = Başka yere taşıyın veya kaldırın ve yeniden başlatın.
activate-unsafe = { $path } bir bağlantı, başkasına ait veya başkaları tarafından yazılabilir durumda. Kullanılmadı.
activate-unsafe-hint = Başkalarının yazma iznini kaldırın (chmod go-w), onu kaldırın veya başka bir klasör seçin: uygulama için --prefix ile, indirilenler için XDG_CACHE_HOME değişkeni ile.
    .window = Başkalarının yazma iznini kaldırın (chmod go-w), onu kaldırın veya başka bir klasör seçin (indirilenler için XDG_CACHE_HOME değişkeni ile).
activate-anothers = { $folder } içindeki kurulum başka bir hesaba ait: { $owner }.
activate-anothers-hint = Onu yalnızca o hesap değiştirebilir veya kaldırabilir. --prefix ile başka bir klasör seçin.
    .window = Onu yalnızca o hesap değiştirebilir veya kaldırabilir. Başka bir klasör seçin.
activate-damaged-receipt = { $path } hasarlı, bu yüzden kuruluma nelerin ait olduğu bilinmiyor.
activate-damaged-receipt-hint = Bu programı komut vermeden başlatın: uygulamayı baştan kurar ve dosyayı yeniden yazar. Ardından uygulamayı kaldırın.
activate-foreign = { $path } önceden vardı ve bir kurulumun parçası değil; ona dokunulmadı.
activate-foreign-hint = --prefix ile başka bir klasör seçin ya da onu başka yere taşıyıp yeniden başlatın.
    .window = Başka bir klasör seçin ya da onu başka yere taşıyıp yeniden başlatın.
activate-previous-gone = Geri dönmek için saklanan { $version } sürümü artık başlatılamıyor: dosyaları veya Python’u yok.
activate-previous-gone-hint = Kurulu sürümle devam edin; ona dokunulmadı.
activate-newer-receipt = { $path } daha yeni bir kurulum programı tarafından yazılmış.
activate-newer-receipt-hint = O kurulum programını kullanın veya en yenisini yayıncıdan alın.

verify-damaged = { $count ->
    [one] Kurulu olanlar { COUNT($count) } yerde olması gerektiği gibi değil.
   *[other] Kurulu olanlar { COUNT($count) } yerde olması gerektiği gibi değil.
}
verify-damaged-hint = “{ $command }” komutunu çalıştırın: hasarlı olanları onarır, verilerinize dokunmaz.
    .window = “{ window-repair }” komutunu çalıştırın: hasarlı olanları onarır, verilerinize dokunmaz.
verify-damaged-anothers = { $count ->
    [one] Kurulu olanlar { COUNT($count) } yerde olması gerektiği gibi değil.
   *[other] Kurulu olanlar { COUNT($count) } yerde olması gerektiği gibi değil.
}
verify-damaged-anothers-hint = Onu yalnızca ait olduğu hesap onarabilir: { $owner }.
uninstall-declined = Hiçbir şey kaldırılmadı.
uninstall-declined-hint = Uygulama olduğu gibi kaldı. Kaldırmak için yeniden çalıştırıp evet yanıtını verin.
uninstall-mounted = { $path } konumuna başka bir sürücü bağlı, bu yüzden onu içeren veri klasörü kaldırılmadı.
uninstall-mounted-hint = Önce sürücüyü ayırın ya da uygulamayı bu klasör olmadan kaldırın.

busy = { $folder } klasöründe başka bir kurulum sürüyor.
busy-hint = Bitmesini bekleyip yeniden başlatın; --wait SECONDS ile kendiliğinden beklenir.
    .window = Bitmesini bekleyip yeniden başlatın.
cancelled = İptal edildi. Daha önce kurulu olanlar olduğu gibi kalır.
cancelled-hint = İstediğiniz zaman yeniden başlatın: indirilmiş olanlar saklanır.
internal = Bu programın içinde bir şeyler ters gitti.
internal-hint = Bu bizim hatamız. Lütfen ayrıntılarla birlikte bildirin.

log-unwritable = { $path } günlüğü yazılamıyor.
log-unwritable-hint = Yazma izniniz olan bir klasörde bir dosya belirtin veya --log seçeneğini kullanmayın.

language-name = العربية

number-decimal-separator = .
number-group-separator = ,
number-groups = 3
number-group-minimum = 1
number-digits = 0123456789
number-percent = { $number }{ "\u200E" }%{ "\u200E" }
unit-bytes = { $number } بايت
unit-kilobytes = { $number } كيلوبايت
unit-megabytes = { $number } م.ب
unit-gigabytes = { $number } غ.ب
unit-seconds = { $number } ث
unit-minutes = { $number } د
unit-hours = { $number } س

list-separator = { " و" }

language-name = فارسی

number-decimal-separator = ٫
number-group-separator = ٬
number-groups = 3
number-group-minimum = 1
number-digits = ۰۱۲۳۴۵۶۷۸۹
number-percent = { $number }٪
unit-bytes = { $number } بایت
unit-kilobytes = { $number } kB
unit-megabytes = { $number } MB
unit-gigabytes = { $number } GB
unit-seconds = { $number } ثانیه
unit-minutes = { $number } دقیقه
unit-hours = { $number } ساعت

list-separator = { "،\u200F " }

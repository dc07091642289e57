# Likeness that is left after each joint
#
# Draw costs.png and costs.svg again, in this folder:  gnuplot costs.gnuplot
# It needs costs.dat.

set encoding utf8
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set title 'Likeness that is left after each joint' font ',13' textcolor rgb '#333333'
set xlabel '' textcolor rgb '#333333' offset 0,-1
set ylabel 'PSNR to the true figure, dB' textcolor rgb '#333333'
set xrange [0.5:6.5]
set yrange [0:19.3124672]
set xtics ('true lines' 1, 'extracted' 2, 'extracted,'."\n".'hints rebuilt' 3, 'rebuilt,'."\n".'as in 07' 4, 'rebuilt,'."\n".'soft' 5, 'rebuilt,'."\n".'hints too' 6) scale 0
set ytics 5 format '%.0f'
set bmargin 3
set grid noxtics
unset key

set terminal pngcairo noenhanced size 800,500 font 'DejaVu Sans,11'
set output 'costs.png'
plot \
    'costs.dat' index 0 using 1:2:(0.6624) with boxes fillcolor rgb '#260072b2' notitle, \
    'costs.dat' index 0 using 1:($2 < 0 ? NaN : $2 + $3):(gprintf('%.3g', $2)) with labels font ',9' textcolor rgb '#333333' offset 0,0.7 notitle

set terminal svg noenhanced size 800,500 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'costs.svg'
replot
unset output

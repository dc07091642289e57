# How colourful it is
#
# Draw saturation.png and saturation.svg again, in this folder:  gnuplot saturation.gnuplot
# It needs saturation.dat.

set encoding utf8
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set title 'How colourful it is' font ',13' textcolor rgb '#333333'
set xlabel '' textcolor rgb '#333333'
set ylabel 'chroma, of the truth'."'".'s' textcolor rgb '#333333'
set xrange [0.5:6.5]
set yrange [0:1.19382032]
set xtics ('skin' 1, 'hair' 2, 'eyes' 3, 'clothes' 4, 'background' 5, 'whole picture' 6) scale 0
set ytics 0.2 format '%.1f'
set grid noxtics
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5

set terminal pngcairo noenhanced size 800,500 font 'DejaVu Sans,11'
set output 'saturation.png'
plot \
    'saturation.dat' index 0 using 1:2:(0.3312) with boxes fillcolor rgb '#260072b2' title 'without hints', \
    'saturation.dat' index 0 using 1:($2 < 0 ? NaN : $2 + $3):(gprintf('%.3g', $2)) with labels font ',9' textcolor rgb '#333333' offset 0,0.7 notitle, \
    'saturation.dat' index 1 using 1:2:(0.3312) with boxes fillcolor rgb '#26d55e00' title '12 hints', \
    'saturation.dat' index 1 using 1:($2 < 0 ? NaN : $2 + $3):(gprintf('%.3g', $2)) with labels font ',9' textcolor rgb '#333333' offset 0,0.7 notitle

set terminal svg noenhanced size 800,500 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'saturation.svg'
replot
unset output

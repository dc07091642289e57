# Wide bars lose their middle
#
# Draw bars.png and bars.svg again, in this folder:  gnuplot bars.gnuplot
# It needs bars.dat.

set encoding utf8
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set title 'Wide bars lose their middle' font ',13' textcolor rgb '#333333'
set xlabel 'width of the bar, pixels' textcolor rgb '#333333'
set ylabel 'share that stays ink' textcolor rgb '#333333'
set xrange [1:12]
set yrange [0:1.05]
set xtics 2 format '%.0f'
set ytics 0.2 format '%.1f'
set key inside bottom left Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'

set terminal pngcairo noenhanced size 800,500 font 'DejaVu Sans,11'
set output 'bars.png'
plot \
    'bars.dat' index 0 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'kernel 3', \
    'bars.dat' index 1 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'kernel 5', \
    'bars.dat' index 2 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#009e73' title 'kernel 7', \
    'bars.dat' index 3 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#cc79a7' title 'kernel 9'

set terminal svg noenhanced size 800,500 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'bars.svg'
replot
unset output

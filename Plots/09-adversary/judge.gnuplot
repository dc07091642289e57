# Old photographs are soon known
#
# Draw judge.png and judge.svg again, in this folder:  gnuplot judge.gnuplot
# It needs judge.dat.

set encoding utf8
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set title 'Old photographs are soon known' font ',13' textcolor rgb '#333333'
set xlabel 'step' textcolor rgb '#333333'
set ylabel 'share of right answers' textcolor rgb '#333333'
set xrange [1:100]
set yrange [0:1.05]
set arrow from graph 0, first 0.5 to graph 1, first 0.5 nohead dashtype (14,9) linewidth 1.4 linecolor rgb '#888888'
set label 'guessing' at graph 0.9087, graph 0.5054 left font ',9' textcolor rgb '#333333' front
set xtics 20 format '%.0f'
set ytics 0.2 format '%.1f'
set key inside bottom right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'

set terminal pngcairo noenhanced size 800,500 font 'DejaVu Sans,11'
set output 'judge.png'
plot \
    'judge.dat' index 0 using 1:2 with lines linewidth 1.2 dashtype 1 linecolor rgb '#b20072b2' notitle, \
    'judge.dat' index 1 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'accuracy, running mean'

set terminal svg noenhanced size 800,500 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'judge.svg'
replot
unset output

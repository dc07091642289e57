# 
#
# Draw sizes.png and sizes.svg again, in this folder:  gnuplot sizes.gnuplot
# It needs sizes.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 800,340 font 'DejaVu Sans,11'
    set output 'sizes.png'
    call 'sizes.gnuplot' 'page'
    set terminal svg noenhanced size 800,340 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'sizes.svg'
    call 'sizes.gnuplot' 'page'
    unset output
    exit
}

set multiplot

# Panel 1: 
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,1
set title '' font ',13' textcolor rgb '#333333'
set xlabel 'pixels in a side' textcolor rgb '#333333'
set ylabel 'PSNR, dB' textcolor rgb '#333333'
set xrange [32:256]
set yrange [9.58285509:21.8621417]
set logscale x
set arrow from first 64, graph 0 to first 64, graph 1 nohead dashtype (14,9) linewidth 1.4 linecolor rgb '#888888'
set label 'learnt at' at graph 0.1457, graph 0.4474 left font ',9' textcolor rgb '#333333' front
set xtics ('32' 32, '48' 48, '64' 64, '96' 96, '128' 128, '192' 192, '256' 256) scale 0
set ytics 5 format '%.0f'
set grid noxtics
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'sizes.dat' index 0 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'one width', \
    'sizes.dat' index 1 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'several widths'

# Panel 2: 
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,1
set title '' font ',13' textcolor rgb '#333333'
set xlabel 'pixels in a side' textcolor rgb '#333333'
set ylabel 'share of pixels recognised' textcolor rgb '#333333'
set xrange [32:256]
set yrange [0.0475367284:0.92635751]
set logscale x
set arrow from first 64, graph 0 to first 64, graph 1 nohead dashtype (14,9) linewidth 1.4 linecolor rgb '#888888'
set label 'learnt at' at graph 0.1457, graph 0.6974 left font ',9' textcolor rgb '#333333' front
set xtics ('32' 32, '48' 48, '64' 64, '96' 96, '128' 128, '192' 192, '256' 256) scale 0
set ytics 0.2 format '%.1f'
set grid noxtics
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'sizes.dat' index 2 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'one width', \
    'sizes.dat' index 3 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'several widths'
unset multiplot
